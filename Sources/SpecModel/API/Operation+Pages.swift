// How a list comes in pages.

extension Operation {
    /// Whether the list is fetched page by page.
    public var isPaged: Bool { pages.contains { $0.value == .offset } }

    /// The value of `order_by` for keyset pages; nil if there are none, or if the spec does not say.
    public var keysetOrder: String? {
        guard isPaged, pages.contains(where: { $0.value == .keyset }) else { return nil }
        for case .needs(let attribute, let other, let value) in constraints
        where attribute.value == "pagination" && other.value == "order_by" {
            return value.value
        }
        return nil
    }
}
