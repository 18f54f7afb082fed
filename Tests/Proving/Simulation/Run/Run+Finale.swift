import Engine
import Submissions
import TransparencyLog

extension Run {
    /// Brings the run to rest and checks what must hold in the end.
    func finale() throws(Violation) {
        try settle()
        for process in processes.indices { try startAnew(process) }
        try drain()
        try witness.checkDependencies(disk)
        let before = disk.leaves.count
        try drain()
        guard disk.leaves.count == before else {
            throw Violation("a second drain changes nothing", "it appended \(disk.leaves.count - before) leaves")
        }
        try repeatAnswers()
        try witness.checkTree(disk)
        try readAnew()
    }

    /// A process without faults to come and without memory.
    private func startAnew(_ process: Int) throws(Violation) { try crash(process) }

    private func drain() throws(Violation) {
        let errand = add(.drain)
        _ = try apply(.send(client: 0, errand: errand, process: 0))
        try settle()
        guard disk.queue.allSatisfy(\.isDone) else {
            let targets = disk.queue.filter { !$0.isDone }.map { "\($0.dependency.target): \($0.dependency.cause)" }
            throw Violation("after a drain nothing is pending", targets.joined(separator: ", "))
        }
    }

    /// Sends every request with a kept answer once more: the answer is the same and nothing is done.
    private func repeatAnswers() throws(Violation) {
        let before = disk.leaves.count
        for errand in witness.keyed {
            _ = try apply(.send(client: 0, errand: errand, process: 1))
            try settle()
        }
        guard disk.leaves.count == before else {
            throw Violation("a kept answer is given without doing anything", "leaves were appended")
        }
    }

    /// Opens every submission in a process that remembers nothing.
    private func readAnew() throws(Violation) {
        try startAnew(1)
        for name in disk.rows.keys.sorted() {
            for errand in [add(.look(name)), add(.compare(name))] {
                _ = try apply(.send(client: 1, errand: errand, process: 1))
                try settle()
            }
        }
        let work = add(.compareWork(disk.rows.keys.sorted()))
        _ = try apply(.send(client: 1, errand: work, process: 1))
        try settle()
        guard setting.seed % 8 == 0 else { return }
        let errand = add(.verify)
        _ = try apply(.send(client: 1, errand: errand, process: 1))
        try settle()
    }
}

extension Run {
    /// Stands for everything that was recorded and answered, in its order.
    var fingerprint: String {
        "\(disk.frontier.head) \(Digest.sha256(of: Array(heard.joined(separator: "\n").utf8)))"
    }
}
