// The floor under Tasuki's actions: the same rows into the same tables and indexes, as durably, and nothing else.
//
// Reads a workspace's database, groups its rows into the actions that wrote them, and replays those into a fresh
// database through SQLite's C interface. Only the replay is timed. Left out, since they are the engine's and not the
// medium's: the triggers that guard the tables, and the file of heads beside the database. Rows that no action wrote,
// such as the openings of submissions, are written before their time without being timed. Where the database holds only
// the last of several values, that one is written each time: an index entry that the engine moves stays in its place
// here, and of the snapshots only the last is written. So the floor is, if anything, a little below the truth.
#define _GNU_SOURCE
#include "replay.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char usage[] =
    "usage: floor SOURCE.sqlite TARGETDIR [--batch N] [--wal-autocheckpoint N]\n\n"
    "Replays the actions of a workspace's database into TARGETDIR/floor.sqlite, N of them a commit (1), and prints one\n"
    "line of JSON. Checkpoints as SQLite does by itself, every 1000 pages, unless told otherwise.\n";

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

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static int number(const char *text, const char *option) {
    char *end;
    long value = strtol(text ? text : "", &end, 10);
    if (!text || *end || value < 1 || value > 1000000) {
        fprintf(stderr, "floor: %s takes 1 to 1000000\n", option);
        exit(64);
    }
    return (int)value;
}

int main(int argc, char **argv) {
    int batch = 1, checkpoint = 0, given = 0;
    const char *place[2] = {NULL, NULL};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) return fputs(usage, stdout), 0;
        if (strcmp(argv[i], "--batch") == 0) batch = number(argv[i + 1], argv[i]), i++;
        else if (strcmp(argv[i], "--wal-autocheckpoint") == 0) checkpoint = number(argv[i + 1], argv[i]), i++;
        else if (argv[i][0] != '-' && given < 2) place[given++] = argv[i];
        else return fputs(usage, stderr), 64;
    }
    if (given != 2) return fputs(usage, stderr), 64;

    sqlite3 *from = NULL;
    if (sqlite3_open_v2(place[0], &from, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        fail("%s: %s", place[0], sqlite3_errmsg(from));
    Replay replay = {0};
    Source *source = &replay.source;
    read_source(source, from);
    if (!source->actionCount) fail("the source holds no action with an idempotency key");

    char path[4096];
    replay.db = open_target(from, place[1], path, sizeof path);
    make_tables(from, replay.db);
    sqlite3_close(from);
    Table *tables[] = {&source->leaf, &source->head, &source->frontier, &source->submission, &source->subject,
                       &source->approval, &source->text, &source->key, &source->node, &source->snapshot};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (tables[i]->columns) prepare_writing(tables[i], replay.db);
    run(replay.db, "BEGIN IMMEDIATE");
    for (int i = 0; i < source->besideCount; i++) {
        prepare_writing(&source->beside[i], replay.db);
        for (int row = 0; row < source->beside[i].count; row++)
            write_row(source->beside[i].insert, &source->beside[i], row, NULL);
    }
    run(replay.db, "COMMIT; PRAGMA foreign_keys = ON");
    if (checkpoint) sqlite3_wal_autocheckpoint(replay.db, checkpoint);
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
    qsort(samples, (size_t)commits, sizeof(double), ascending);
    demand_equality(&replay, place[0]);
    if (integer(replay.db, "PRAGMA synchronous") != 2) fail("synchronous did not stay FULL");
    printf("{\"job\":\"floor\",\"batch\":%d,\"actions\":%d,\"commits\":%d,\"rows\":%lld,\"secs\":%.4f,"
           "\"actions_per_s\":%.1f,\"p50_ms\":%.4f,\"p99_ms\":%.4f,\"durability\":\"WAL, synchronous=FULL\",\"wal_autocheckpoint\":%lld,"
           "\"sqlite\":\"%s\",\"triggers_left_out\":%d,\"texts_spread\":%d,\"note\":\"p50 and p99 are of commits\"}\n",
           batch, source->actionCount, commits, (long long)replay.rows, seconds, source->actionCount / seconds,
           samples[commits / 2] * 1e3, samples[commits * 99 / 100] * 1e3,
           (long long)integer(replay.db, "PRAGMA wal_autocheckpoint"), sqlite3_libversion(), source->triggers,
           source->spread);
    sqlite3_close(replay.db);
    return 0;
}
