// The actions of a workspace, written again into another database.
#ifndef REPLAY_H
#define REPLAY_H

#include "actions.h"

typedef struct {
    Source source;
    sqlite3 *db;
    int64_t *version;    // of each case as replayed so far
    char *begun;         // submissions whose rows are there
    char *peaks;         // 64 peaks of 32 bytes, all of them some leaf's hash: as many bytes as the true ones
    int nextLeaf;        // of those without an action
    int64_t rows;        // written and timed
} Replay;

// Replays every action, `batch` of them a commit, and gives the duration of each commit.
int replay_actions(Replay *replay, int batch, double *samples);
// Brings the rest to the source's rows, untimed, and fails unless the two databases then hold the same ones.
void demand_equality(Replay *replay, const char *path);

#endif
