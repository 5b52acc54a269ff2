import { Line } from '../web/form-fields.js';

/** Who sent the reply and when it came. */
export class ProxySourceForm {
  @Line(10) readonly receivedOn?: string;
  @Line(200) readonly answeredBy?: string;
}
