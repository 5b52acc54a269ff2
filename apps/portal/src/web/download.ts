export { asDownload } from '@platform/http';
