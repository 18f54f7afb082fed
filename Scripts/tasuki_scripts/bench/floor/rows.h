// Tables of a database in memory, with the statements that write their rows into another one.
#ifndef ROWS_H
#define ROWS_H

#include "common.h"

#include <sqlite3.h>
#include <stdint.h>

typedef struct {
    int type;  // SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL
    int64_t integer;
    double number;
    char *bytes;  // of a text or blob, with a zero after the last
    int length;
} Value;

typedef struct {
    char *name;
    int columns;
    char **column;
    int *key;  // the place of each column in the primary key, from 1; zero for others
    int count;
    Value *values;  // count * columns
    int isUpdated;  // whether its rows are written again, and so by the upsert
    sqlite3_stmt *insert;
    sqlite3_stmt *upsert;
} Table;

void run(sqlite3 *db, const char *sql);
int64_t integer(sqlite3 *db, const char *sql);
sqlite3_stmt *prepare(sqlite3 *db, const char *sql);

// Every column and row of a table, in the order of its key.
void load(Table *table, sqlite3 *from, const char *name);
// The index of a column; the program ends where there is none.
int column(const Table *table, const char *name);
Value *at(const Table *table, int row, int column);
int same(const Value *a, const Value *b);
// Prepares an insert, and an upsert that sets every column outside the key but those that never change, as the engine's
// own statements do: to set an indexed column is to write its index again.
void prepare_writing(Table *table, sqlite3 *into);
// Binds and runs a statement for a row; `changed` columns (NULL for none) stand in for the row's own.
void write_row(sqlite3_stmt *statement, const Table *table, int row, const Value *const *changed);

#endif
