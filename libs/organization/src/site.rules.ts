import { FormReader } from '@platform-pure/forms';

export interface SiteInput { readonly name: string; readonly nameEn?: string | null; readonly address: string }
export interface SiteContent { readonly name: string; readonly nameEn: string | null; readonly address: string }

/** @throws Invalid `organization.site_invalid` with one entry per field. */
export function readSite(input: SiteInput): SiteContent {
  const form = new FormReader();
  const site = {
    name: form.text('name', input.name.normalize('NFC'), 200), nameEn: form.optionalText('nameEn', input.nameEn, 200),
    address: form.text('address', input.address.normalize('NFC'), 400),
  };
  form.finish('organization.site_invalid');
  return site;
}
