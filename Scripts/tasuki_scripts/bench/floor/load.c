// A load generator for HTTP/1.1: keeps every connection of a plan busy with its next request.
//
// The plan holds whole requests, as bytes: a line `CONNECTION LENGTH`, then LENGTH bytes, and so on to the end. Those
// of one connection are sent in order, each after the whole reply to the one before. A reply that does not come, or is cut
// off, ends the run with an error: what was measured would not be the plan.
//
// usage: load PORT PLAN SECONDS
//
// Sends the requests of PLAN to 127.0.0.1 and prints one line of JSON. Ends with an error after SECONDS.
#define _GNU_SOURCE
#include "common.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { mostConnections = 1024 };

typedef struct {
    char *bytes;
    size_t length;
    long next;  // of the same connection, or -1
} Request;

typedef struct {
    int socket;
    long first, current;  // requests
    size_t sent;
    char *reply;
    size_t held, room;
    double began;
} Connection;

static Request *requests;
static long requestCount;
static Connection connections[mostConnections];
static int connectionCount;
static double *samples;
static long done, statuses[1000];
static long long received;

static void read_plan(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail("%s: %s", path, strerror(errno));
    long last[mostConnections], room = 0;
    int connection;
    size_t length;
    for (int i = 0; i < mostConnections; i++) connections[i].first = last[i] = -1;
    while (fscanf(file, "%d %zu", &connection, &length) == 2) {
        if (connection < 0 || connection >= mostConnections || fgetc(file) != '\n') fail("%s: malformed", path);
        if (requestCount == room) {
            room = room ? room * 2 : 1024;
            requests = demand(realloc(requests, sizeof(Request) * (size_t)room));
        }
        Request *request = &requests[requestCount];
        *request = (Request){.bytes = demand(malloc(length + 1)), .length = length, .next = -1};
        if (fread(request->bytes, 1, length, file) != length) fail("%s: cut off", path);
        if (last[connection] < 0) connections[connection].first = requestCount;
        else requests[last[connection]].next = requestCount;
        last[connection] = requestCount++;
        if (connection >= connectionCount) connectionCount = connection + 1;
    }
    if (!feof(file) || !requestCount) fail("%s: malformed or empty", path);
    fclose(file);
}

static void open_connection(Connection *connection, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connection->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection->socket < 0 || connect(connection->socket, (struct sockaddr *)&address, sizeof address))
        fail("127.0.0.1:%d: %s", port, strerror(errno));
    int yes = 1;
    setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    fcntl(connection->socket, F_SETFL, fcntl(connection->socket, F_GETFL) | O_NONBLOCK);
    connection->room = 65536;
    connection->reply = demand(malloc(connection->room + 1));
}

// Sends as much as fits; the rest follows when the socket can take more.
static void send_on(Connection *connection) {
    const Request *request = &requests[connection->current];
    while (connection->sent < request->length) {
        const char *rest = request->bytes + connection->sent;
        ssize_t count = send(connection->socket, rest, request->length - connection->sent, MSG_NOSIGNAL);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (count < 0) fail("a request could not be sent: %s", strerror(errno));
        connection->sent += (size_t)count;
    }
}

static void begin(Connection *connection, long request) {
    connection->current = request;
    connection->sent = connection->held = 0;
    connection->began = now();
    send_on(connection);
}

// The length of the whole reply, or zero while that cannot be said yet.
static size_t reply_length(const Connection *connection) {
    const char *reply = connection->reply, *end = reply + connection->held;
    const char *blank = memmem(reply, connection->held, "\r\n\r\n", 4);
    if (!blank) return 0;
    const char *body = blank + 4;
    long announced = -1;
    int chunked = 0;
    for (const char *line = memmem(reply, connection->held, "\r\n", 2) + 2; line < blank;) {
        const char *next = memmem(line, (size_t)(body - line), "\r\n", 2);
        if (strncasecmp(line, "content-length:", 15) == 0) announced = strtol(line + 15, NULL, 10);
        if (strncasecmp(line, "transfer-encoding: chunked", 26) == 0) chunked = 1;
        line = next + 2;
    }
    if (!chunked) {
        int code = atoi(reply + 9);
        if (announced < 0 && code != 204 && code != 304) fail("a reply of unknown length");
        return (size_t)(body - reply) + (size_t)(announced < 0 ? 0 : announced);
    }
    while (1) {
        const char *next = body < end ? memmem(body, (size_t)(end - body), "\r\n", 2) : NULL;
        if (!next) return 0;
        size_t size = strtoul(body, NULL, 16);
        body = next + 2 + size + 2;
        if (size == 0) return (size_t)(body - reply);
    }
}

// Takes what has come; true when the connection has had its last reply.
static int receive(Connection *connection) {
    while (1) {
        if (connection->held == connection->room) {
            connection->room *= 2;
            connection->reply = demand(realloc(connection->reply, connection->room + 1));
        }
        size_t free = connection->room - connection->held;
        ssize_t count = recv(connection->socket, connection->reply + connection->held, free, 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
        if (count <= 0) fail("the server closed a connection after %ld replies", done);
        connection->held += (size_t)count;
        connection->reply[connection->held] = 0;
        size_t length = reply_length(connection);
        if (!length || connection->held < length) continue;
        if (connection->held > length) fail("more came than the reply that was asked for");
        if (strncmp(connection->reply, "HTTP/1.1 ", 9) != 0) fail("a reply that is not HTTP/1.1");
        samples[done++] = now() - connection->began;
        received += (long long)length;
        int code = atoi(connection->reply + 9);
        if (statuses[code >= 0 && code < 1000 ? code : 0]++ == 0 && code >= 400)
            fprintf(stderr, "load: the first %d of request %ld: %.300s\n", code, connection->current,
                    strstr(connection->reply, "\r\n\r\n") + 4);
        long next = requests[connection->current].next;
        if (next < 0) return 1;
        begin(connection, next);
    }
}

int main(int argc, char **argv) {
    int port = argc == 4 ? atoi(argv[1]) : 0;
    double limit = argc == 4 ? atof(argv[3]) : 0;
    if (port < 1 || port > 65535 || limit <= 0) fail("it takes PORT PLAN SECONDS");
    read_plan(argv[2]);
    samples = demand(malloc(sizeof(double) * (size_t)requestCount));
    int poll = epoll_create1(EPOLL_CLOEXEC), busy = 0;
    for (int i = 0; i < connectionCount; i++) {
        if (connections[i].first < 0) continue;
        open_connection(&connections[i], port);
        // Edge-triggered: each event is read and written until the socket has no more.
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = &connections[i]};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, connections[i].socket, &event)) fail("epoll: %s", strerror(errno));
        busy++;
    }
    int opened = busy;
    double began = now();
    for (int i = 0; i < connectionCount; i++)
        if (connections[i].first >= 0) begin(&connections[i], connections[i].first);
    while (busy > 0) {
        struct epoll_event events[64];
        int count = epoll_wait(poll, events, 64, 1000);
        if (count < 0 && errno != EINTR) fail("epoll: %s", strerror(errno));
        if (now() - began > limit) fail("not done after %.0f seconds: %ld of %ld replies", limit, done, requestCount);
        for (int i = 0; i < count; i++) {
            Connection *connection = events[i].data.ptr;
            if (connection->current < 0) continue;
            send_on(connection);
            if (receive(connection)) connection->current = -1, busy--;
        }
    }
    double seconds = now() - began;
    sort(samples, done);
    printf("{\"job\":\"load\",\"connections\":%d,\"requests\":%ld,\"actions\":%ld,\"secs\":%.4f,\"requests_per_s\":%.1f,"
           "\"actions_per_s\":%.1f,\"p50_ms\":%.4f,\"p99_ms\":%.4f,\"bytes\":%lld,\"statuses\":{",
           opened, done, done, seconds, (double)done / seconds, (double)done / seconds, samples[done / 2] * 1e3,
           samples[done * 99 / 100] * 1e3, received);
    const char *comma = "";
    for (int code = 0; code < 1000; code++)
        if (statuses[code]) printf("%s\"%d\":%ld", comma, code, statuses[code]), comma = ",";
    puts("}}");
    return 0;
}
