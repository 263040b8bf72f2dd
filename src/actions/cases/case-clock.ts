import type { Priority } from '#domain/case.ts';
import {
  aroundTheClock,
  type BusinessCalendar,
  businessMinutesBetween,
  dueAt,
} from '#domain/service-level.ts';
import type { Service } from '../service.ts';

type Clocks = { readonly firstReplyDueAt: Date; readonly resolutionDueAt: Date };

const calendarOf = ({ policy }: Pick<Service, 'policy'>, priority: Priority): BusinessCalendar =>
  policy.serviceLevels[priority].hours === 'always' ? aroundTheClock : policy.calendar;

/** By when a case that is opened now has its first reply and its resolution. */
export function startedClocks(service: Service, priority: Priority): Clocks {
  const { firstResponse, resolution } = service.policy.serviceLevels[priority];
  const calendar = calendarOf(service, priority);
  const now = service.now();
  return {
    firstReplyDueAt: dueAt(now, firstResponse, calendar),
    resolutionDueAt: dueAt(now, resolution, calendar),
  };
}

/** A target that stood still from `pausedAt` until now: the time that was left then is left again. */
export function resumedTarget(service: Service, priority: Priority, target: Date, pausedAt: Date): Date {
  const calendar = calendarOf(service, priority);
  const now = service.now();
  return target <= pausedAt
    ? target
    : dueAt(now, businessMinutesBetween(pausedAt, target, calendar), calendar);
}
