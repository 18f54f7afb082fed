import Statecharts
import Testing

@Suite("An event descriptor matches by whole tokens")
struct EventDescriptorTests {
    @Test("a name matches itself and whatever continues it after a dot")
    func prefix() {
        let descriptor: EventDescriptor = "a.b"
        #expect(descriptor.matches("a.b"))
        #expect(descriptor.matches("a.b.c"))
        #expect(!descriptor.matches("a.bc"))
        #expect(!descriptor.matches("a"))
        #expect(!descriptor.matches("x.a.b"))
        #expect(!descriptor.matches("A.B"))
    }

    @Test("a trailing dot or dot-star changes nothing")
    func endings() {
        for descriptor in ["error.send.", "error.send.*", "error.send"] as [EventDescriptor] {
            #expect(descriptor.matches("error.send"))
            #expect(descriptor.matches("error.send.failed"))
            #expect(!descriptor.matches("error.sender"))
            #expect(!descriptor.matches("error"))
        }
    }

    @Test("a star matches every event")
    func star() {
        #expect(EventDescriptor("*").matches("anything.at-all"))
        #expect(EventDescriptor("*").matches("x"))
    }

    @Test("a chart chooses transitions by the same rule")
    func inChart() throws {
        var session = try Session(
            StateDraft(
                id: "s",
                transitions: [.on("a.bc", to: "wrong"), .on("a.b.*", to: "right"), .on("*", to: "other")]
            ),
            StateDraft(id: "wrong"),
            StateDraft(id: "right", transitions: [.on("*", to: "s")]),
            StateDraft(id: "other")
        )
        try session.send("a.b.c")
        #expect(session.atoms == ["right"])
        try session.send("whatever", "a")
        #expect(session.atoms == ["other"])
    }
}
