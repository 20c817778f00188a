// How far an operation is imitated.

/// The way in which the GitLab in memory responds to an operation.
enum Imitation: Sendable, Hashable {
    /// A list of what is kept.
    case list
    /// An item is added to the collection of a shape.
    case addition(String)
    /// An item is read, changed, deleted, or added by its name.
    case item
    /// An item that an attribute names is changed or deleted: `PUT /projects/:id/labels`.
    case named
    /// Fields of an item change.
    case action(ActionEffect)
    /// A single thing, such as settings, is read or changed.
    case single
    /// The example of the type, whatever was sent before.
    case example

    init(_ match: RouteMatch, map: ResourceMap) {
        let (operation, pattern) = (match.operation, match.pattern)
        let shape = pattern.shape
        if operation.method == "GET", operation.isList, map.collections[shape] != nil {
            self = .list
        } else if let shape = map.additions(operation, pattern) {
            self = .addition(shape)
        } else if map.isNamed(operation, pattern) {
            self = .named
        } else if pattern.lastPlaceholder != nil, map.collections[pattern.parent.shape] != nil,
            operation.response != .download
        {
            self = .item
        } else if let effect = ActionEffects.byOperation[operation.name], pattern.parent.lastPlaceholder != nil,
            map.collections[pattern.parent.parent.shape]?.hasState == true
        {
            self = .action(effect)
        } else {
            self = map.singles[shape] != nil && !operation.isList ? .single : .example
        }
    }
}
