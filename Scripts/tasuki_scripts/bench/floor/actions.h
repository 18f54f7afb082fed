// The rows of a workspace, grouped into the actions that wrote them.
#ifndef ACTIONS_H
#define ACTIONS_H

#include "rows.h"

typedef struct {
    int *rows;
    int count;
} Rows;

typedef struct {
    Table *table;
    int row;
} Place;

typedef struct {
    Place *places;
    int count;
} Places;

// What one accepted request wrote.
typedef struct {
    int key;         // its row of idempotency
    Rows leaves;     // rows of leaf, in order
    int submission;  // its row of submissionRow, or -1
    int named;       // the row of caseRow that the request names, or -1
    Rows subjects;   // rows of caseRow that its leaves name
    Places others;   // approvals that its leaves change, texts they commit to, snapshots and nodes that they complete
} Action;

typedef struct {
    Table leaf, head, frontier, submission, subject, approval, text, key, node, snapshot;
    Table *beside;  // tables that are copied as they are
    int besideCount;
    Action *actions;  // in the order of the log
    int actionCount;
    int *owner;        // the action of each leaf, or -1
    Places *strays;    // what else was written with each leaf without an action
} Source;

void read_source(Source *source, sqlite3 *from);
// The first row whose key begins with these values or comes after them.
int position(const Table *table, const Value *const *values, int count);
// The row whose key begins with these values, or -1.
int find(const Table *table, const Value *const *values, int count);
void push(Rows *rows, int row);

#endif
