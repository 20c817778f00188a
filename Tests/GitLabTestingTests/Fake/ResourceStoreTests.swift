// What hangs below a thing goes with it.

import Testing

@testable import GitLabTesting

@Suite struct ResourceStoreTests {
    @Test func nothingIsLeftOfWhatIsRemoved() {
        var store = ResourceStore()
        let issue = store.add(["iid": 1], name: nil, to: "/issues", shape: "/issues")
        let other = store.add(["iid": 2], name: nil, to: "/issues", shape: "/issues")
        for owner in [issue, other] {
            let path = "/issues/\(owner.number)"
            store.add(["body": "a"], name: nil, to: path + "/notes", shape: "/issues/:/notes")
            store[single: path + "/approvals"] = ["approved": true]
        }
        store.remove(issue, from: "/issues")
        #expect(store.items(ofShape: "/issues/:/notes").count == 1)
        #expect(store[single: "/issues/\(issue.number)/approvals"] == nil)
        #expect(store[single: "/issues/\(other.number)/approvals"] != nil)
        #expect(store.items(in: "/issues").map(\.number) == [other.number])
    }

    @Test func namesAndNumbersFindAnItem() {
        var store = ResourceStore()
        store.add(["id": 5, "iid": 1, "title": "7"], name: nil, to: "/a", shape: "/a")
        store.add(["id": 1, "iid": 2, "name": "fix/a"], name: "seven", to: "/a", shape: "/a")
        func id(_ text: String, _ placeholder: String) -> Int? {
            store.item(text, placeholder: placeholder, in: "/a")?.members["id"]?.intValue
        }
        #expect(id("1", "issue_iid") == 5 && id("1", "issue_id") == 1)
        #expect(id("fix/a", "branch") == 1 && id("seven", "user_id") == 1 && id("9", "id") == nil)
    }
}
