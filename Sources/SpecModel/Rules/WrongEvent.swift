// An event that could not be recognised, or would be taken for another one.

import SpecSyntax

extension Rule {
    static let wrongEvent = Rule(
        "wrong-event",
        "An event has a kind and a type of its own, and the type has the field that says the kind.",
        failing: Example(
            .file,
            #"""
            events:
              rain:
                about: "It begins to rain."
                docs: https://docs.gitlab.com/user/project/integrations/webhook_events/#rain
                header: Rain Hook
                object_kind: [rain]
                type: RainEvent
            types:
              RainEvent:
                about: "Rain over a place."
                fields:
                  place: { type: string, about: "Where it falls." }
            """#),
        passing: Example(
            .file,
            #"""
            events:
              rain:
                about: "It begins to rain."
                docs: https://docs.gitlab.com/user/project/integrations/webhook_events/#rain
                header: Rain Hook
                object_kind: [rain]
                type: RainEvent
            types:
              RainEvent:
                about: "Rain over a place."
                fields:
                  object_kind: { type: string, always: true, about: "Always `rain`." }
                  place:       { type: string, about: "Where it falls." }
            """#))
}
