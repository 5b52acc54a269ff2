import { Inject, Injectable } from '@nestjs/common';
import { Messages } from '@platform/i18n';
import type { Language } from '@platform/tenancy';
import { API_SETTINGS } from '../api-settings.js';
import type { ApiSettings } from '../api-settings.js';
import { OPERATIONS } from '../operations/index.js';
import { openApiDocument } from './openapi.js';
import { tagOf } from './operation.js';
import type { Json } from './schema.js';

/** The OpenAPI document, made once per language. */
@Injectable()
export class Documents {
  private readonly made = new Map<Language, Json>();

  constructor(private readonly messages: Messages, @Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  in(language: Language): Json {
    const known = this.made.get(language);
    if (known) return known;
    const t = (key: string): string => this.messages.t(language, key);
    const tags = Object.fromEntries([...new Set(OPERATIONS.map(tagOf))].map((tag) => [tag, t(`api.tag.${tag}`)]));
    const document = openApiDocument(OPERATIONS, { title: t('api.docs.title'), tags, publicUrl: this.settings.publicUrl });
    this.made.set(language, document);
    return document;
  }
}
