import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { EditingModule } from '../editing/editing.module.js';
import { DeliveringModule } from './delivering.module.js';
import { WebhookEditResolver } from './webhook-edit.resolver.js';
import { WebhookEdits } from './webhook.edits.js';
import { WebhookLoader } from './webhook.loader.js';
import { WebhookResolver } from './webhook.resolver.js';

/** Who is told of changes, as the API shows and changes it. */
@Module({
  imports: [ArticlesModule, EditingModule, DeliveringModule],
  providers: [WebhookLoader, WebhookResolver, WebhookEdits, WebhookEditResolver],
})
export class WebhooksModule {}
