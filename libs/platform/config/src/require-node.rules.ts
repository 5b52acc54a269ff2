/**
 * What to tell somebody who runs this with too old a Node, or null. An old Node has to be able to
 * read this file: no imports and no recent syntax.
 *
 * @param minimum `major.minor`, as text because 24.10 is newer than 24.9
 * @param running `process.versions.node`
 */
export function nodeProblem(minimum: string, running: string): string | null {
  const [needMajor = 0, needMinor = 0] = minimum.split('.').map(Number);
  const [major = 0, minor = 0] = running.split('.').map(Number);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return null;
  return (
    'Kenshu needs Node ' + minimum + ' or newer; this is ' + running + '. ' +
    'The right one is installed with the packages: use "npm start", or "npx node …" instead of "node …".'
  );
}
