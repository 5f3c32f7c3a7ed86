import { onShards } from './shards.js';

describe('a trigger function on shards', () => {
  it('names the shards beside its own in place of tables, and takes the row as a parameter', () => {
    const body = onShards(
      'keep',
      `BEGIN INSERT INTO past_row (row_id, state) SELECT OLD.id, jsonb_build_object('title', OLD.title) FROM article a
       WHERE a.id = OLD.article_id ON CONFLICT DO NOTHING; RETURN NULL; END`,
    );
    expect(body).toContain(
      "INSERT INTO %1$I (row_id, state) SELECT ($1).id, jsonb_build_object(''title'', ($1).title) FROM %2$I a",
    );
    expect(body).toContain("shard_beside('past_row', shard), shard_beside('article', shard)) USING OLD;");
  });

  it('leaves rows that came with the statement under their name', () => {
    const body = onShards('keep', 'BEGIN INSERT INTO past_row SELECT n.id FROM fresh n; RETURN NULL; END');
    expect(body).toContain("INSERT INTO %1$I SELECT n.id FROM fresh n', shard_beside('past_row', shard));");
    expect(body).not.toContain('USING');
  });

  it('refuses a function that does something else', () => {
    expect(() => onShards('other', 'BEGIN DELETE FROM past_row; RETURN NULL; END')).toThrow('other');
  });
});
