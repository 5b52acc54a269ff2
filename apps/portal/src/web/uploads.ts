import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { NextFunction, RequestHandler } from 'express';
import multer, { MulterError, diskStorage } from 'multer';
import type { PortalReply, PortalRequest } from './http.js';

/** A file of a form, in a temporary place that is gone with the answer. The name is the sender's: never a path of ours. */
export interface UploadedFile {
  readonly field: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly path: string;
  open(): ReadStream;
}

const FILES = 10;
interface Received { readonly fieldname: string; readonly originalname: string; readonly size: number; readonly path: string }

/**
 * Forms with files: read to temporary files before the token of the form is checked, because the token is inside. Only for somebody who is
 * signed in; everybody else's body is not read at all, and the missing token then refuses the form.
 */
export function readUploads(maxBytes: number): RequestHandler {
  const limits = { fileSize: maxBytes, files: FILES, fields: 300, fieldSize: 64 * 1024, parts: 320 };
  const read = multer({ storage: diskStorage({ destination: tmpdir() }), limits, defParamCharset: 'utf8' }).any();
  return (request: PortalRequest, reply: PortalReply, next: NextFunction): void => {
    if (request.method !== 'POST' || !request.is('multipart/form-data') || !request.session?.identityId) { next(); return; }
    read(request, reply, (error: unknown) => {
      reply.once('close', () => { for (const { path } of received(request)) void rm(path, { force: true }); });
      next(error && asHttp(error));
    });
  };
}

const received = (request: PortalRequest): readonly Received[] => (Array.isArray(request.files) ? request.files as readonly Received[] : []);

/** What the form itself got wrong is the sender's error (413 or 400), not ours. */
function asHttp(error: unknown): unknown {
  const tooLarge = error instanceof MulterError && error.code.startsWith('LIMIT_');
  return Object.assign(new Error('the upload was refused', { cause: error }), { status: tooLarge ? 413 : 400, expose: true });
}

/** The files of one field of the form; an empty file field is no file. */
export const Files = createParamDecorator((field: string, context: ExecutionContext): readonly UploadedFile[] =>
  received(context.switchToHttp().getRequest<PortalRequest>())
    .filter((file) => file.fieldname === field && !(file.size === 0 && file.originalname === ''))
    .map(({ originalname: fileName, size, path }) => ({ field, fileName, size, path, open: () => createReadStream(path) })));
