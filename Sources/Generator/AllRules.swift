// The rules of all stages.

import SpecModel
import SpecSyntax
import SwiftEmitter

extension Rule {
    /// Every rule for a spec, by name.
    public static let all = (ofSyntax + ofModel + ofEmitter).sorted { $0.id < $1.id }
}
