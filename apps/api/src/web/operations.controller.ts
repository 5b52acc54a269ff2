import { Controller, Inject, Req, RequestMapping, RequestMethod, Res } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { May } from '@platform/http';
import { BASE } from '../api-settings.js';
import { Desk } from './desk.js';
import type { ApiReply, ApiRequest } from './http.js';
import type { Operation } from './operation.js';

const METHOD = { get: RequestMethod.GET, post: RequestMethod.POST, put: RequestMethod.PUT, patch: RequestMethod.PATCH, delete: RequestMethod.DELETE } as const;

/** One controller with a route per operation: the routes and the document are made of the same list, so they cannot disagree. */
export function controllerOf(operations: readonly Operation[]): Type {
  class OperationsController {
    constructor(readonly desk: Desk) {}
  }
  Inject(Desk)(OperationsController, undefined, 0);
  for (const operation of [...operations].sort((a, b) => ranked(a) < ranked(b) ? -1 : 1)) addRoute(OperationsController.prototype, operation);
  Controller(BASE.slice(1))(OperationsController);
  return OperationsController;
}

/** A word stands before a parameter, or `/requests/reminders` would be the request called reminders. */
const ranked = ({ path }: Operation): string => path.replaceAll(/\{\w+\}/g, '~');

function addRoute(prototype: { desk: Desk }, operation: Operation): void {
  const handler = function (this: { desk: Desk }, request: ApiRequest, reply: ApiReply): Promise<void> {
    return this.desk.serve(operation, request, reply);
  };
  Object.defineProperty(prototype, operation.id, { value: handler, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, operation.id)!;
  RequestMapping({ path: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), method: METHOD[operation.method] })(prototype, operation.id, descriptor);
  May(operation.act)(prototype, operation.id, descriptor);
  Req()(prototype, operation.id, 0);
  Res()(prototype, operation.id, 1);
}
