// The rules that emitting Swift adds.

import SpecSyntax

extension Rule {
    /// The rules of a spec that make it valid Swift.
    public static let ofEmitter: [Rule] = [.sameFileName]
}
