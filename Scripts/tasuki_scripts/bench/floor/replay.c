#define _GNU_SOURCE
#include "replay.h"

#include <stdio.h>
#include <string.h>

// A row of a list at this version. One that did not change would leave its page clean, and cost less than the engine's.
static void write_version(const Table *table, int row, int64_t version) {
    const Value *changed[table->columns];
    memset(changed, 0, sizeof changed);
    Value value = {.type = SQLITE_INTEGER, .integer = version};
    changed[column(table, "version")] = &value;
    write_row(table->upsert, table, row, changed);
}

static void write_case(Replay *replay, int row, int64_t version) {
    write_version(&replay->source.subject, row, version);
    replay->version[row] = version;
}

static void write_frontier(Replay *replay, int64_t size) {
    const Table *table = &replay->source.frontier;
    const Value *changed[table->columns];
    memset(changed, 0, sizeof changed);
    Value count = {.type = SQLITE_INTEGER, .integer = size};
    Value peaks = {.type = SQLITE_BLOB, .bytes = replay->peaks, .length = 32 * __builtin_popcountll((uint64_t)size)};
    changed[column(table, "size")] = &count;
    changed[column(table, "peaks")] = &peaks;
    write_row(table->upsert, table, 0, changed);
}

// The head at this size, or with the root of the next one that was stored.
static void write_head(Replay *replay, int64_t size) {
    const Table *table = &replay->source.head;
    const Value *changed[table->columns];
    memset(changed, 0, sizeof changed);
    Value count = {.type = SQLITE_INTEGER, .integer = size};
    int row = position(table, (const Value *const[]){&count}, 1);
    changed[column(table, "size")] = &count;
    write_row(table->insert, table, row < table->count ? row : table->count - 1, changed);
}

static void write_places(const Places *places) {
    for (int i = 0; i < places->count; i++) {
        const Table *table = places->places[i].table;
        write_row(table->isUpdated ? table->upsert : table->insert, table, places->places[i].row, NULL);
    }
}

// Writes, untimed, what stands before a place in the log and belongs to no action.
static void prepare_until(Replay *replay, int end) {
    Source *source = &replay->source;
    int submission = column(&source->leaf, "submission"), subject = column(&source->subject, "submission"), any = 0;
    for (; replay->nextLeaf < end; replay->nextLeaf++) {
        int row = replay->nextLeaf;
        if (source->owner[row] >= 0) continue;
        if (!any++) run(replay->db, "BEGIN IMMEDIATE");
        write_row(source->leaf.insert, &source->leaf, row, NULL);
        write_places(&source->strays[row]);
        const Value *name[1] = {at(&source->leaf, row, submission)};
        int opened = find(&source->submission, name, 1);
        if (opened < 0 || replay->begun[opened]) continue;
        replay->begun[opened] = 1;
        write_version(&source->submission, opened, 1);
        for (int i = position(&source->subject, name, 1);
             i < source->subject.count && same(at(&source->subject, i, subject), name[0]); i++)
            write_case(replay, i, 1);
    }
    if (!any) return;
    write_frontier(replay, end);
    run(replay->db, "COMMIT");
}

static void write_action(Replay *replay, const Action *action) {
    Source *source = &replay->source;
    const Table *key = &source->key;
    for (int i = 0; i < action->leaves.count; i++)
        write_row(source->leaf.insert, &source->leaf, action->leaves.rows[i], NULL);
    if (action->submission >= 0)
        write_version(&source->submission, action->submission, at(key, action->key, column(key, "last"))->integer);
    for (int i = 0; i < action->subjects.count; i++) {
        int row = action->subjects.rows[i];
        int64_t answered = at(key, action->key, column(key, "version"))->integer;
        write_case(replay, row, row == action->named ? answered : replay->version[row] + 1);
    }
    write_places(&action->others);
    write_row(key->insert, key, action->key, NULL);
    replay->rows += action->leaves.count + (action->submission >= 0) + action->subjects.count;
    replay->rows += action->others.count + 1;
}

int replay_actions(Replay *replay, int batch, double *samples) {
    Source *source = &replay->source;
    sqlite3_stmt *begin = prepare(replay->db, "BEGIN IMMEDIATE"), *commit = prepare(replay->db, "COMMIT");
    int commits = 0;
    for (int first = 0; first < source->actionCount; first += batch) {
        int end = first + batch < source->actionCount ? first + batch : source->actionCount, size = 0;
        for (int i = first; i < end; i++) {
            const Rows *leaves = &source->actions[i].leaves;
            if (leaves->rows[leaves->count - 1] >= size) size = leaves->rows[leaves->count - 1] + 1;
        }
        prepare_until(replay, size);
        double began = now();
        if (sqlite3_step(begin) != SQLITE_DONE) fail("%s", sqlite3_errmsg(replay->db));
        sqlite3_reset(begin);
        for (int i = first; i < end; i++) write_action(replay, &source->actions[i]);
        write_frontier(replay, size);
        write_head(replay, size);
        if (sqlite3_step(commit) != SQLITE_DONE) fail("%s", sqlite3_errmsg(replay->db));
        sqlite3_reset(commit);
        samples[commits++] = now() - began;
        replay->rows += 2;
    }
    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    return commits;
}

void demand_equality(Replay *replay, const char *path) {
    Source *source = &replay->source;
    prepare_until(replay, source->leaf.count);
    run(replay->db, "BEGIN IMMEDIATE");
    Table *settled[] = {&source->submission, &source->subject, &source->approval, &source->frontier,
                        &source->snapshot};
    for (size_t i = 0; i < sizeof settled / sizeof *settled; i++)
        for (int row = 0; row < settled[i]->count; row++) write_row(settled[i]->upsert, settled[i], row, NULL);
    run(replay->db, "COMMIT");
    Table *compared[64] = {&source->leaf, &source->submission, &source->subject, &source->approval, &source->frontier,
                           &source->text, &source->key, &source->node, &source->snapshot};
    int count = 9;
    for (int i = 0; i < source->besideCount && count < 64; i++) compared[count++] = &source->beside[i];
    char *attach = sqlite3_mprintf("ATTACH %Q AS source", path);
    run(replay->db, attach);
    sqlite3_free(attach);
    for (int i = 0; i < count; i++) {
        char sql[512];
        const char *name = compared[i]->name;
        snprintf(sql, sizeof sql,
                 "SELECT (SELECT count(*) FROM (SELECT * FROM source.\"%s\" EXCEPT SELECT * FROM main.\"%s\"))"
                 " + abs((SELECT count(*) FROM main.\"%s\") - (SELECT count(*) FROM source.\"%s\"))",
                 name, name, name, name);
        if (integer(replay->db, sql)) fail("the replayed rows of %s are not those of the source", name);
    }
}
