import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Open, declaredRoutes, requirePermissions } from '@platform/http';

@Controller('things')
class Declared {
  @Get() @Open('a test') list(): string { return 'open'; }
}
@Controller('others')
class Bare {
  @Get(':id') show(): string { return 'anybody'; }
}
@Module({ controllers: [Declared] })
class Good {}
@Module({ controllers: [Declared, Bare] })
class Bad {}

describe('a route without a declared permission', () => {
  it('stops the boot and is named', async () => {
    const app = (await Test.createTestingModule({ imports: [Bad] }).compile()).createNestApplication();
    expect(() => requirePermissions(app)).toThrow('Bare.show');
  });

  it('does not hide among declared ones', async () => {
    const app = (await Test.createTestingModule({ imports: [Good] }).compile()).createNestApplication();
    expect(() => requirePermissions(app)).not.toThrow();
    expect(declaredRoutes(app)).toEqual([expect.objectContaining({ controller: 'Declared', handler: 'list', permission: { kind: 'open', because: 'a test' } })]);
  });
});
