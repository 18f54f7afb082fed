#define _GNU_SOURCE
#include "actions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Known to be written when a submission is opened, or never by the actions that are measured.
static const char *const untimed[] = {"workspace", "pinned", "dependency", "relianceRow", "upkeep", "grdb_migrations"};

void push(Rows *rows, int row) {
    rows->rows = demand(realloc(rows->rows, sizeof(int) * (size_t)(rows->count + 1)));
    rows->rows[rows->count++] = row;
}

static void place(Places *places, Table *table, int row) {
    places->places = demand(realloc(places->places, sizeof(Place) * (size_t)(places->count + 1)));
    places->places[places->count++] = (Place){table, row};
}

// Lets a row be written with a leaf, by the action that the leaf belongs to if there is one.
static void attach(Source *source, int leaf, Table *table, int row) {
    int owner = source->owner[leaf];
    place(owner >= 0 ? &source->actions[owner].others : &source->strays[leaf], table, row);
}

static int compare(const Value *a, const Value *b) {
    if (a->type == SQLITE_INTEGER && b->type == SQLITE_INTEGER)
        return a->integer < b->integer ? -1 : a->integer > b->integer;
    if (a->type != b->type) return a->type < b->type ? -1 : 1;
    int least = a->length < b->length ? a->length : b->length;
    int order = least > 0 ? memcmp(a->bytes, b->bytes, (size_t)least) : 0;
    return order ? order : a->length - b->length;
}

static int compare_key(const Table *table, int row, const Value *const *values, int count) {
    for (int place = 1; place <= count; place++)
        for (int i = 0; i < table->columns; i++)
            if (table->key[i] == place) {
                int order = compare(at(table, row, i), values[place - 1]);
                if (order) return order;
            }
    return 0;
}

int position(const Table *table, const Value *const *values, int count) {
    int low = 0, high = table->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (compare_key(table, middle, values, count) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

int find(const Table *table, const Value *const *values, int count) {
    int row = position(table, values, count);
    return row < table->count && compare_key(table, row, values, count) == 0 ? row : -1;
}

static const Table *sorted;  // for qsort, which takes no context

static int by_number(const void *a, const void *b) {
    int submission = column(sorted, "submission"), number = column(sorted, "number");
    int order = compare(at(sorted, *(const int *)a, submission), at(sorted, *(const int *)b, submission));
    return order ? order : compare(at(sorted, *(const int *)a, number), at(sorted, *(const int *)b, number));
}

static int by_log(const void *a, const void *b) {
    const Action *x = a, *y = b;
    return x->leaves.rows[0] - y->leaves.rows[0];
}

// The place in `index`, which is in the order of submissions and numbers, of a leaf; or -1.
static int place_of(const Table *leaf, const int *index, const Value *submission, const Value *number) {
    int of = column(leaf, "submission"), numbered = column(leaf, "number"), low = 0, high = leaf->count;
    while (low < high) {
        int middle = low + (high - low) / 2, order = compare(at(leaf, index[middle], of), submission);
        if (!order) order = compare(at(leaf, index[middle], numbered), number);
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    if (low == leaf->count || !same(at(leaf, index[low], of), submission)) return -1;
    return same(at(leaf, index[low], numbered), number) ? low : -1;
}

// The leaves of each accepted request: those of its submission with the numbers that it answered with.
static void group_leaves(Source *source) {
    Table *leaf = &source->leaf, *key = &source->key, *snapshot = &source->snapshot;
    int *index = demand(malloc(sizeof(int) * (size_t)(leaf->count + 1)));
    for (int i = 0; i < leaf->count; i++) index[i] = i;
    sorted = leaf;
    qsort(index, (size_t)leaf->count, sizeof(int), by_number);
    int of = column(key, "submission"), first = column(key, "first"), last = column(key, "last");
    source->actions = demand(calloc((size_t)key->count + 1, sizeof(Action)));
    for (int row = 0; row < key->count; row++) {
        Action *action = &source->actions[row];
        action->key = row;
        Value wanted = *at(key, row, first);
        for (; wanted.integer <= at(key, row, last)->integer; wanted.integer++) {
            int found = place_of(leaf, index, at(key, row, of), &wanted);
            if (found < 0)
                fail("idempotency names no leaf: %s %lld", at(key, row, of)->bytes, (long long)wanted.integer);
            push(&action->leaves, index[found]);
        }
    }
    source->actionCount = key->count;
    qsort(source->actions, (size_t)source->actionCount, sizeof(Action), by_log);
    source->owner = demand(malloc(sizeof(int) * (size_t)(leaf->count + 1)));
    source->strays = demand(calloc((size_t)leaf->count + 1, sizeof(Places)));
    for (int i = 0; i < leaf->count; i++) source->owner[i] = -1;
    for (int i = 0; i < source->actionCount; i++)
        for (int j = 0; j < source->actions[i].leaves.count; j++) source->owner[source->actions[i].leaves.rows[j]] = i;
    // Only the last snapshot of a submission is there; the ones before it are not counted.
    for (int row = 0; row < snapshot->count; row++) {
        int found = place_of(leaf, index, at(snapshot, row, column(snapshot, "submission")),
                             at(snapshot, row, column(snapshot, "number")));
        if (found >= 0) attach(source, index[found], snapshot, row);
    }
    free(index);
}

// A node is written with the leaf that completes its subtree: of 256 leaves at level 1, of 65,536 at level 2 …
static void group_nodes(Source *source) {
    const Table *node = &source->node;
    for (int row = 0; row < node->count; row++) {
        int64_t level = at(node, row, column(node, "level"))->integer;
        int64_t size = (at(node, row, column(node, "place"))->integer + 1) << (8 * level);
        if (size >= 1 && size <= source->leaf.count) attach(source, (int)size - 1, &source->node, row);
    }
}

static int names(const Source *source, const Action *action, const char *text) {
    int bytes = column(&source->leaf, "bytes");
    for (int i = 0; i < action->leaves.count; i++) {
        const Value *leaf = at(&source->leaf, action->leaves.rows[i], bytes);
        if (leaf->length > 0 && memmem(leaf->bytes, (size_t)leaf->length, text, strlen(text))) return 1;
    }
    return 0;
}

// The rows of lists that an action brings up to date. Leaves are canonical JSON, so that a name is found as it stands.
static void group_projections(Source *source) {
    int of = column(&source->key, "submission"), name = column(&source->key, "name");
    int submission = column(&source->subject, "submission"), subject = column(&source->subject, "name");
    char text[2048];
    for (int i = 0; i < source->actionCount; i++) {
        Action *action = &source->actions[i];
        const Value *key[2] = {at(&source->key, action->key, of), at(&source->key, action->key, name)};
        action->submission = find(&source->submission, key, 1);
        action->named = key[1]->type == SQLITE_NULL ? -1 : find(&source->subject, key, 2);
        int changesApproval = names(source, action, "\"approval-");
        for (int row = position(&source->subject, key, 1);
             row < source->subject.count && same(at(&source->subject, row, submission), key[0]); row++) {
            const char *called = at(&source->subject, row, subject)->bytes;
            snprintf(text, sizeof text, "\"case\":\"%s\"", called);
            if (row != action->named && !names(source, action, text)) continue;
            push(&action->subjects, row);
            if (!changesApproval) continue;
            snprintf(text, sizeof text, "%s/%s", key[0]->bytes, called);
            Value id = {.type = SQLITE_TEXT, .bytes = text, .length = (int)strlen(text)};
            int approval = find(&source->approval, (const Value *const[]){&id}, 1);
            if (approval >= 0) place(&action->others, &source->approval, approval);
        }
    }
}

// A text belongs to the first leaf that holds its commitment.
static void group_texts(Source *source) {
    Table *leaf = &source->leaf, *text = &source->text;
    int bytes = column(leaf, "bytes"), commitment = column(text, "commitment");
    char *seen = demand(calloc((size_t)text->count + 1, 1));
    int least = INT32_MAX, most = 0;
    for (int row = 0; row < text->count; row++) {
        int length = at(text, row, commitment)->length;
        least = length < least ? length : least;
        most = length > most ? length : most;
    }
    for (int row = 0; row < leaf->count; row++) {
        const Value *value = at(leaf, row, bytes);
        const char *end = value->bytes + value->length, *quote = value->length ? value->bytes : end;
        while (quote < end && (quote = memchr(quote, '"', (size_t)(end - quote)))) {
            const char *next = memchr(quote + 1, '"', (size_t)(end - quote - 1));
            if (!next) break;
            Value word = {.type = SQLITE_TEXT, .bytes = (char *)quote + 1, .length = (int)(next - quote - 1)};
            int found = word.length >= least && word.length <= most ? find(text, (const Value *const[]){&word}, 1) : -1;
            if (found >= 0 && !seen[found]) {
                seen[found] = 1;
                attach(source, row, text, found);
            }
            quote = next;
        }
    }
    for (int row = 0; row < text->count; row++)
        if (!seen[row]) fail("no leaf names the text %s", at(text, row, commitment)->bytes);
    free(seen);
}

void read_source(Source *source, sqlite3 *from) {
    *source = (Source){0};
    struct { const char *name; Table *table; int found, isUpdated; } known[] = {
        {"leaf", &source->leaf, 0, 0}, {"head", &source->head, 0, 0}, {"frontier", &source->frontier, 0, 1},
        {"submissionRow", &source->submission, 0, 1}, {"caseRow", &source->subject, 0, 1},
        {"approvalRow", &source->approval, 0, 1}, {"committedText", &source->text, 0, 0},
        {"idempotency", &source->key, 0, 0}, {"treeNode", &source->node, 0, 0}, {"snapshot", &source->snapshot, 0, 1},
    };
    const size_t knownCount = sizeof known / sizeof *known;
    sqlite3_stmt *names = prepare(
        from, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
              " ORDER BY rowid");
    while (sqlite3_step(names) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(names, 0);
        Table *table = NULL;
        int isUpdated = 0;
        for (size_t i = 0; i < knownCount; i++)
            if (strcmp(known[i].name, name) == 0)
                table = known[i].table, known[i].found = 1, isUpdated = known[i].isUpdated;
        if (!table) {
            int expected = 0;
            for (size_t i = 0; i < sizeof untimed / sizeof *untimed; i++) expected |= strcmp(untimed[i], name) == 0;
            if (!expected) fprintf(stderr, "floor: warning: copied without being timed, not known here: %s\n", name);
            source->beside = demand(realloc(source->beside, sizeof(Table) * (size_t)(source->besideCount + 1)));
            table = &source->beside[source->besideCount++];
        }
        load(table, from, name);
        table->isUpdated = isUpdated;
    }
    sqlite3_finalize(names);
    for (size_t i = 0; i < knownCount; i++)
        if (!known[i].found) fail("the source has no table %s: is it a workspace of Tasuki?", known[i].name);
    if (source->frontier.count != 1) fail("the source's log has no leaves");
    group_leaves(source);
    group_nodes(source);
    group_projections(source);
    group_texts(source);
}
