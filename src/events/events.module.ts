import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { EventListener } from './event-listener.js';
import { Sequencer } from './sequencer.js';

/** The order of events, and who is told of them. */
@Module({ imports: [JobsModule], providers: [Sequencer, EventListener], exports: [EventListener] })
export class EventsModule {}
