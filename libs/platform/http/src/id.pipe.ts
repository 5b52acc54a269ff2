import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { notFound } from '@platform-pure/errors';
import { isId } from '@platform-pure/tenancy';
import type { Id } from '@platform-pure/tenancy';

/** An id in a path that is not one names nothing: the same answer as a row that does not exist. */
@Injectable()
export class IdPipe<B extends string = string> implements PipeTransform<string, Id<B>> {
  transform(value: string): Id<B> {
    if (!isId(value)) throw notFound('page');
    return value as Id<B>;
  }
}
