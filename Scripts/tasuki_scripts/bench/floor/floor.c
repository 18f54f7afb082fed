// The floor under Tasuki's actions: the same rows into the same tables and indexes, as durably, and nothing else.
//
// Reads a workspace's database, groups its rows into the actions that wrote them, and replays those into a fresh
// database through SQLite's C interface. Only the replay is timed. Left out, since they are the engine's and not the
// medium's: the triggers that guard the tables, and the file of heads beside the database. Rows that no action wrote,
// such as the openings of submissions, are written before their time without being timed. Where the database holds only
// the last of several values, that one is written each time: an index entry that the engine moves stays in its place
// here, and of the snapshots only the last is written. So the floor is, if anything, a little below the truth.
//
// usage: floor SOURCE.sqlite TARGETDIR BATCH
//
// Replays the actions of SOURCE into TARGETDIR/floor.sqlite, BATCH of them a commit, and prints one line of JSON.
#define _GNU_SOURCE
#include "replay.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static sqlite3 *open_target(sqlite3 *from, const char *folder, char *path, size_t room) {
    char sql[256];
    if (mkdir(folder, 0777) && errno != EEXIST) fail("%s: %s", folder, strerror(errno));
    snprintf(path, room, "%s/floor.sqlite", folder);
    struct stat status;
    if (stat(path, &status) == 0) fail("%s exists already", path);
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK) fail("%s: %s", path, sqlite3_errmsg(db));
    snprintf(sql, sizeof sql, "PRAGMA page_size = %lld; PRAGMA auto_vacuum = %lld",
             (long long)integer(from, "PRAGMA page_size"), (long long)integer(from, "PRAGMA auto_vacuum"));
    run(db, sql);
    sqlite3_stmt *mode = prepare(db, "PRAGMA journal_mode = WAL");
    if (sqlite3_step(mode) != SQLITE_ROW || strcmp((const char *)sqlite3_column_text(mode, 0), "wal") != 0)
        fail("the target cannot use a WAL");
    sqlite3_finalize(mode);
    // SQLite keeps these settings for a connection, not in the file, so they are the engine's own, said again here.
    run(db, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF");
    return db;
}

static void make_tables(sqlite3 *from, sqlite3 *into) {
    sqlite3_stmt *schema = prepare(
        from, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index')"
              " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'index', rowid");
    run(into, "BEGIN IMMEDIATE");
    while (sqlite3_step(schema) == SQLITE_ROW) run(into, (const char *)sqlite3_column_text(schema, 0));
    run(into, "COMMIT");
    sqlite3_finalize(schema);
}

int main(int argc, char **argv) {
    int batch = argc == 4 ? atoi(argv[3]) : 0;
    if (batch < 1) fail("it takes SOURCE.sqlite TARGETDIR BATCH");
    sqlite3 *from = NULL;
    if (sqlite3_open_v2(argv[1], &from, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        fail("%s: %s", argv[1], sqlite3_errmsg(from));
    Replay replay = {0};
    Source *source = &replay.source;
    read_source(source, from);
    if (!source->actionCount) fail("the source holds no action with an idempotency key");

    char path[4096];
    replay.db = open_target(from, argv[2], path, sizeof path);
    make_tables(from, replay.db);
    sqlite3_close(from);
    Table *tables[] = {&source->leaf, &source->head, &source->frontier, &source->submission, &source->subject,
                       &source->approval, &source->text, &source->key, &source->node, &source->snapshot};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        prepare_writing(tables[i], replay.db);
    run(replay.db, "BEGIN IMMEDIATE");
    for (int i = 0; i < source->besideCount; i++) {
        prepare_writing(&source->beside[i], replay.db);
        for (int row = 0; row < source->beside[i].count; row++)
            write_row(source->beside[i].insert, &source->beside[i], row, NULL);
    }
    run(replay.db, "COMMIT; PRAGMA foreign_keys = ON");
    replay.version = demand(calloc((size_t)source->subject.count + 1, sizeof(int64_t)));
    replay.begun = demand(calloc((size_t)source->submission.count + 1, 1));
    replay.peaks = demand(malloc(64 * 32));
    int hash = column(&source->leaf, "hash");
    for (int i = 0; i < 64; i++) memcpy(replay.peaks + 32 * i, at(&source->leaf, i % source->leaf.count, hash)->bytes, 32);
    if (integer(replay.db, "PRAGMA synchronous") != 2) fail("synchronous is not FULL");
    if (integer(replay.db, "PRAGMA secure_delete") != 1) fail("secure_delete is not on");
    if (integer(replay.db, "PRAGMA foreign_keys") != 1) fail("foreign_keys is not on");

    double *samples = demand(calloc((size_t)source->actionCount, sizeof(double))), seconds = 0;
    int commits = replay_actions(&replay, batch, samples);
    for (int i = 0; i < commits; i++) seconds += samples[i];
    sort(samples, commits);
    demand_equality(&replay, argv[1]);
    if (integer(replay.db, "PRAGMA synchronous") != 2) fail("synchronous did not stay FULL");
    printf("{\"job\":\"floor\",\"batch\":%d,\"actions\":%d,\"commits\":%d,\"rows\":%lld,\"secs\":%.4f,"
           "\"actions_per_s\":%.1f,\"p50_ms\":%.4f,\"p99_ms\":%.4f,"
           "\"note\":\"p50 and p99 are of commits, SQLite %s\"}\n",
           batch, source->actionCount, commits, (long long)replay.rows, seconds, source->actionCount / seconds,
           samples[commits / 2] * 1e3, samples[commits * 99 / 100] * 1e3, sqlite3_libversion());
    sqlite3_close(replay.db);
    return 0;
}
