#define _GNU_SOURCE
#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void run(sqlite3 *db, const char *sql) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail("%s: %s", sqlite3_errmsg(db), sql);
}

sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        fail("%s: %s", sqlite3_errmsg(db), sql);
    return statement;
}

int64_t integer(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    if (sqlite3_step(statement) != SQLITE_ROW) fail("no answer: %s", sql);
    int64_t answer = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return answer;
}

static Value copied(sqlite3_stmt *from, int column) {
    Value value = {.type = sqlite3_column_type(from, column)};
    if (value.type == SQLITE_INTEGER) value.integer = sqlite3_column_int64(from, column);
    if (value.type == SQLITE_FLOAT) value.number = sqlite3_column_double(from, column);
    if (value.type == SQLITE_TEXT || value.type == SQLITE_BLOB) {
        const void *bytes = sqlite3_column_blob(from, column);  // a text's bytes too
        value.length = sqlite3_column_bytes(from, column);
        value.bytes = demand(calloc(1, (size_t)value.length + 1));
        if (value.length > 0) memcpy(value.bytes, bytes, (size_t)value.length);
    }
    return value;
}

void load(Table *table, sqlite3 *from, const char *name) {
    char sql[16384];
    *table = (Table){.name = demand(strdup(name))};
    // Generated columns are not written, so they are not read either.
    snprintf(sql, sizeof sql, "SELECT name, pk FROM pragma_table_xinfo('%s') WHERE hidden = 0", name);
    sqlite3_stmt *information = prepare(from, sql);
    char list[4096] = "", order[4096] = "";
    while (sqlite3_step(information) == SQLITE_ROW) {
        int count = ++table->columns;
        table->column = demand(realloc(table->column, sizeof(char *) * (size_t)count));
        table->key = demand(realloc(table->key, sizeof(int) * (size_t)count));
        table->column[count - 1] = demand(strdup((const char *)sqlite3_column_text(information, 0)));
        table->key[count - 1] = sqlite3_column_int(information, 1);
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s\"%s\"", used ? ", " : "", table->column[count - 1]);
    }
    sqlite3_finalize(information);
    if (!table->columns) fail("the table %s has no columns", name);
    for (int place = 1; place <= table->columns; place++)
        for (int i = 0; i < table->columns; i++)
            if (table->key[i] == place) {
                size_t used = strlen(order);
                snprintf(order + used, sizeof order - used, "%s\"%s\"", used ? ", " : " ORDER BY ", table->column[i]);
            }
    snprintf(sql, sizeof sql, "SELECT %s FROM \"%s\"%s", list, name, order);
    sqlite3_stmt *rows = prepare(from, sql);
    int room = 0, code;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        if (table->count == room) {
            room = room ? room * 2 : 256;
            table->values = demand(realloc(table->values, sizeof(Value) * (size_t)room * (size_t)table->columns));
        }
        for (int i = 0; i < table->columns; i++)
            table->values[(size_t)table->count * (size_t)table->columns + (size_t)i] = copied(rows, i);
        table->count++;
    }
    if (code != SQLITE_DONE) fail("%s cannot be read: %s", name, sqlite3_errmsg(from));
    sqlite3_finalize(rows);
}

int column(const Table *table, const char *name) {
    for (int i = 0; i < table->columns; i++)
        if (strcmp(table->column[i], name) == 0) return i;
    fail("the table %s has no column %s any more: bring the grouping into actions up to date", table->name, name);
}

Value *at(const Table *table, int row, int column) {
    return &table->values[(size_t)row * (size_t)table->columns + (size_t)column];
}

int same(const Value *a, const Value *b) {
    if (a->type != b->type) return 0;
    if (a->type == SQLITE_INTEGER) return a->integer == b->integer;
    return a->type == SQLITE_NULL || (a->length == b->length && memcmp(a->bytes, b->bytes, (size_t)a->length) == 0);
}

// Columns of lists that are set once.
static int is_fixed(const Table *table, const char *column) {
    static const char *const fixed[] = {"submission", "product", "jurisdiction", "route", "isTrack", "procedure"};
    int found = 0;
    for (size_t i = 0; table->isUpdated && i < sizeof fixed / sizeof *fixed; i++) found |= strcmp(fixed[i], column) == 0;
    return found;
}

void prepare_writing(Table *table, sqlite3 *into) {
    char names[4096] = "", marks[1024] = "", keys[4096] = "", sets[4096] = "", sql[16384];
    for (int i = 0; i < table->columns; i++) {
        const char *name = table->column[i];
        size_t n = strlen(names), m = strlen(marks), k = strlen(keys), s = strlen(sets);
        snprintf(names + n, sizeof names - n, "%s\"%s\"", n ? ", " : "", name);
        snprintf(marks + m, sizeof marks - m, "%s?", m ? ", " : "");
        if (table->key[i]) snprintf(keys + k, sizeof keys - k, "%s\"%s\"", k ? ", " : "", name);
        else if (!is_fixed(table, name))
            snprintf(sets + s, sizeof sets - s, "%s\"%s\" = excluded.\"%s\"", s ? ", " : "", name, name);
    }
    snprintf(sql, sizeof sql, "INSERT INTO \"%s\" (%s) VALUES (%s)", table->name, names, marks);
    table->insert = prepare(into, sql);
    if (!*keys) return;
    size_t used = strlen(sql);
    snprintf(sql + used, sizeof sql - used, " ON CONFLICT (%s) DO %s%s", keys, *sets ? "UPDATE SET " : "NOTHING", sets);
    table->upsert = prepare(into, sql);
}

static int bind(sqlite3_stmt *statement, int place, const Value *value) {
    switch (value->type) {
        case SQLITE_INTEGER: return sqlite3_bind_int64(statement, place, value->integer);
        case SQLITE_FLOAT: return sqlite3_bind_double(statement, place, value->number);
        case SQLITE_TEXT: return sqlite3_bind_text(statement, place, value->bytes, value->length, SQLITE_STATIC);
        case SQLITE_BLOB: return sqlite3_bind_blob(statement, place, value->bytes, value->length, SQLITE_STATIC);
        default: return sqlite3_bind_null(statement, place);
    }
}

void write_row(sqlite3_stmt *statement, const Table *table, int row, const Value *const *changed) {
    const Value *values = at(table, row, 0);
    for (int i = 0; i < table->columns; i++)
        if (bind(statement, i + 1, changed && changed[i] ? changed[i] : &values[i]) != SQLITE_OK)
            fail("%s cannot be bound", table->name);
    if (sqlite3_step(statement) != SQLITE_DONE)
        fail("a row of %s was refused: %s", table->name, sqlite3_errmsg(sqlite3_db_handle(statement)));
    sqlite3_reset(statement);
}
