/** Content-Disposition with a Japanese file name (RFC 6266, RFC 8187); the plain one is for programs that know no better. */
export function asDownload(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
