import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeRole } from '@/lib/domain/person/change-role';
import { activatePerson, deletePerson, suspendPerson } from '@/lib/domain/person/change-status';
import { createPerson } from '@/lib/domain/person/create-person';
import { editPerson } from '@/lib/domain/person/edit-person';
import { changePhone } from '@/lib/domain/user/change-phone';
import { testEngines } from '@/lib/infra/testing/test-engine';
import { type LiveCampus, openLiveCampus } from './live-campus';
import type { LiveScreen } from './live-screen';
import { verifyAction } from './verify-action';

describe.each(testEngines())(
  'what administrators do to people, and its pushes on the $engine log',
  ({ engine }) => {
    let campus: LiveCampus;
    beforeAll(async () => {
      campus = await openLiveCampus(engine);
    }, 90_000);
    afterAll(() => campus.close());

    const request = (id: string) => ({
      actor: campus.author.actor,
      correlationId: randomUUID(),
      id,
      ifMatch: null,
    });
    const seen = (id: string) => campus.screens.admin.shown().people.find((person) => person.id === id);
    const verify = (act: () => Promise<unknown>, reached: (screen: LiveScreen) => boolean) =>
      verifyAction(campus.database, campus.all, act, reached);
    const byAdmin = (reached: () => boolean) => (screen: LiveScreen) =>
      screen !== campus.screens.admin || reached();

    it('a new account, its edit, suspension, opening and deletion reach administrators’ lists', async () => {
      const { unitOfWork, actor } = campus.author;
      const person = {
        email: 'new@test.example',
        name: 'New',
        role: 'student' as const,
        department_id: null,
        register_no: null,
      };
      let id = '';
      await verify(
        async () => {
          id = (
            await createPerson(unitOfWork, {
              actor,
              correlationId: randomUUID(),
              person,
              invite: async () => undefined,
            })
          ).id;
        },
        byAdmin(() => seen(id)?.name === 'New'),
      );
      await verify(
        () => editPerson(unitOfWork, { ...request(id), ifMatch: 1, change: { name: 'Newer' } }),
        byAdmin(() => seen(id)?.name === 'Newer'),
      );
      await verify(
        () => changePhone(unitOfWork, { userId: id, phone: '+436641234567', correlationId: randomUUID() }),
        byAdmin(() => seen(id)?.phone === '+436641234567'),
      );
      await verify(
        () => suspendPerson(unitOfWork, { ...request(id), suspension: { reason: 'x', until: null } }),
        byAdmin(() => seen(id)?.status === 'suspended'),
      );
      await verify(
        () => activatePerson(unitOfWork, request(id)),
        byAdmin(() => seen(id)?.status === 'active'),
      );
      await verify(
        () => deletePerson(unitOfWork, { ...request(id), reason: 'x' }),
        byAdmin(() => seen(id) === undefined),
      );
    });

    it('another role is known on all screens of the person, in any process, and on no other', async () => {
      const before = campus.screens.me.shown().me;
      await verify(
        () =>
          changeRole(campus.author.unitOfWork, {
            ...request(campus.inCs.id),
            change: { role: 'faculty', reason: '' },
          }),
        (screen) =>
          screen.user.id === campus.inCs.id
            ? screen.shown().me?.role === 'faculty' && screen.isLive()
            : screen !== campus.screens.admin || seen(campus.inCs.id)?.role === 'faculty',
      );
      expect(campus.screens.me.shown().me).toEqual(before);
    });

    it('a suspension ends the person’s browsers at once', async () => {
      await suspendPerson(campus.author.unitOfWork, {
        ...request(campus.inMe.id),
        suspension: { reason: 'x', until: null },
      });
      await vi.waitFor(() => expect(campus.screens.me.isLive()).toBe(false), { timeout: 10_000 });
      expect(campus.screens.csOtherDevice.isLive()).toBe(true);
    });
  },
);
