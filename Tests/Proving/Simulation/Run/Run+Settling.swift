extension Run {
    /// Ends a process and starts it anew on what is durable; whoever waited in it gets no answer.
    func crash(_ process: Int) throws(Violation) {
        if var begun = batch, begun.process == process {
            batch = nil
            begun.fail(SimulatedFault.processDied)
        }
        let dead = processes[process].store
        processes[process] = newProcess()
        dead.die()
        for client in clients.indices where clients[client].current?.store === dead {
            while clients[client].current != nil, try proceed(client) {}
        }
    }

    /// Lets everything that is under way come to its end, in the plainest order.
    func settle() throws(Violation) {
        for _ in 0..<10_000 {
            var moved = false
            for client in clients.indices { while try proceed(client) { moved = true } }
            for client in clients.indices { if try serve(client) { moved = true } }
            if let process = batch?.process {
                moved = try finish(process) || moved
            } else if let process = processes.indices.first(where: { !processes[$0].store.waitingWrites.isEmpty }) {
                moved = try take(.max, of: process) || moved
            }
            guard moved else { return }
        }
        throw Violation("everything under way comes to its end", "it does not within 10,000 rounds")
    }

    /// Lets go of every task that is still under way; the run is over.
    func abandon() {
        batch?.fail(SimulatedFault.processDied)
        batch = nil
        for process in processes { process.store.die() }
        for client in clients { while client.executor.isReady { client.executor.proceed() } }
    }
}
