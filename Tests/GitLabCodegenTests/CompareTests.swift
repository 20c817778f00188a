// `gitlab-codegen compare` from end to end: with a revision of git, and with another folder.

import Foundation
import Testing

@Suite struct CompareTests {
    let project: SampleProject

    init() throws {
        project = try SampleProject()
    }

    private func git(_ arguments: String...) throws {
        let identity = ["-c", "user.name=Sample", "-c", "user.email=sample@localhost"]
        let run = try Codegen.run(URL(filePath: "/usr/bin/env"), ["git"] + identity + arguments, in: project.url)
        try #require(run.code == 0, "\(run.errors)")
    }

    /// A repository whose spec is committed as `old` and then is the new one. A path is long, and git would quote it.
    private func makeRepository() throws {
        let name = String(repeating: "types of the sämple, ", count: 8)
        var (old, new) = (SampleProject.old, SampleProject.new)
        old["types/\(name)/project.yaml"] = old.removeValue(forKey: "types/project.yaml")
        new["types/\(name)/project.yaml"] = new.removeValue(forKey: "types/project.yaml")
        try project.write(old)
        try project.write("not: [ a spec", to: "spec/.hidden.yaml")
        try project.write("not a spec", to: "spec/README.md")
        try git("init", "--quiet")
        try git("add", "--all")
        try git("commit", "--quiet", "--message", "old")
        try git("tag", "old")
        try project.write(new)
    }

    @Test func aRevisionIsComparedWithWhatIsThereNow() throws {
        try makeRepository()
        let run = try project.run("compare", "--against", "old")
        #expect(run.code == 0 && run.errors == "")
        #expect(run.output.contains("  minor  star_count of Project was added [field-added]\n"))
        #expect(run.output.contains("  major  Visibility"))
        #expect(run.output.contains("Verdict: major\n"))
        let elsewhere = try Codegen.run(
            ["compare", "--against", "old", "--spec", project.url.appending(path: "spec").path],
            in: FileManager.default.temporaryDirectory)
        #expect(elsewhere.output == run.output && elsewhere.code == 0)
        #expect(try project.run("compare", "--against", "old", "--at-most", "major").code == 0)
        let limited = try project.run("compare", "--against", "old", "--at-most", "minor")
        #expect(limited.code == 1 && limited.output == run.output)
        #expect(limited.errors == "error: these changes are major, and at most minor is allowed\n")
        try git("add", "--all")
        try git("commit", "--quiet", "--message", "new")
        #expect(try project.run("compare", "--against", "HEAD", "--at-most", "patch").output == "Nothing changed.\n")
    }

    @Test func twoFoldersAreCompared() throws {
        let other = try SampleProject(SampleProject.new)
        let (old, new) = (project.url.appending(path: "spec").path, other.url.appending(path: "spec").path)
        let run = try project.run("compare", old, new)
        #expect(run.code == 0 && run.output.contains("star_count of Project was added"))
        let back = try project.run("compare", new, old)
        #expect(back.code == 0 && back.output.contains("star_count of Project was removed"))
        #expect(try project.run("compare", old, old).output == "Nothing changed.\n")
    }

    @Test func whatIsWrongIsSaid() throws {
        try makeRepository()
        for arguments in [
            ["compare"], ["compare", "spec"], ["compare", "--against", "old", "spec", "spec"],
            ["compare", "--against", "nowhere"], ["compare", "--against", "--output=x"], ["compare", "--against", ""],
            ["compare", "nowhere", "spec"], ["compare", "--against", "old", "--at-most", "huge"],
        ] {
            let run = try Codegen.run(arguments, in: project.url)
            #expect(run.code == 2 && run.output == "" && run.errors.contains("rror: "), "\(arguments): \(run.errors)")
        }
        try project.write("not: a spec", to: "spec/more.yaml")
        let broken = try project.run("compare", "--against", "old")
        #expect(broken.code == 1 && broken.output == "")
        #expect(broken.errors.contains("spec/more.yaml:1:1: error: "))
        #expect(broken.errors.hasSuffix("error: the new spec has errors, see above\n"))
        try git("add", "--all")
        try git("commit", "--quiet", "--message", "broken")
        try FileManager.default.removeItem(at: project.url.appending(path: "spec/more.yaml"))
        let old = try project.run("compare", "--against", "HEAD")
        #expect(old.code == 1 && old.errors.hasSuffix("error: the spec in HEAD has errors, see above\n"))
    }

    /// A clone of the newest commit alone, as CI makes it.
    private func shallowClone() throws -> SampleProject {
        try makeRepository()
        try git("add", "--all")
        try git("commit", "--quiet", "--message", "new")
        let clone = try SampleProject([:])
        let run = try Codegen.run(
            URL(filePath: "/usr/bin/env"),
            ["git", "clone", "--quiet", "--depth", "1", "file://\(project.url.path)", "clone"], in: clone.url)
        try #require(run.code == 0, "\(run.errors)")
        return clone
    }

    @Test(arguments: ["git fetch --unshallow", "git fetch --depth 1 origin tag old"])
    func aShallowCloneSaysWhatToFetch(_ command: String) throws {
        let clone = try shallowClone()
        let folder = clone.url.appending(path: "clone")
        let run = try Codegen.run(["compare", "--against", "old"], in: folder)
        #expect(run.code == 2 && run.output == "")
        #expect(run.errors.hasPrefix("error: git cannot read 'spec' at the revision 'old': fatal: "), "\(run.errors)")
        #expect(run.errors.contains("\nfix: this clone is shallow"), "\(run.errors)")
        #expect(run.errors.contains("`\(command)`"), "\(run.errors)")
        // Its advice helps.
        let words = ["git"] + command.split(separator: " ").dropFirst().map(String.init) + ["--quiet"]
        #expect(try Codegen.run(URL(filePath: "/usr/bin/env"), words, in: folder).code == 0)
        let again = try Codegen.run(["compare", "--against", "old"], in: folder)
        #expect(again.code == 0 && again.output.contains("Verdict: major\n"), "\(again.errors)")
    }

    @Test func aCommitOfAShallowCloneIsNoTag() throws {
        let clone = try shallowClone()
        let run = try Codegen.run(["compare", "--against", "HEAD~1"], in: clone.url.appending(path: "clone"))
        #expect(run.code == 2 && run.errors.contains("`git fetch --unshallow`") && !run.errors.contains("tag"))
    }

    @Test func whatGitSaidIsSaid() throws {
        let outside = try project.run("compare", "--against", "old")
        #expect(outside.code == 2 && outside.errors.contains("fatal: not a git repository"), "\(outside.errors)")
        try makeRepository()
        let unknown = try project.run("compare", "--against", "v1.0.0")
        #expect(
            unknown.errors == """
                error: git cannot read 'spec' at the revision 'v1.0.0': fatal: Not a valid object name v1.0.0
                fix: name a revision that is here, or fetch the tag: `git fetch origin tag v1.0.0`

                """)
        // The revision is there, the folder is not.
        try FileManager.default.moveItem(
            at: project.url.appending(path: "spec"), to: project.url.appending(path: "other"))
        let folder = try project.run("compare", "--against", "old", "--spec", "other")
        #expect(folder.code == 2 && folder.errors.contains("'other' at the revision 'old'"), "\(folder.errors)")
        #expect(!folder.errors.contains("fix:"), "\(folder.errors)")
    }

    @Test func noGitIsNoCrash() throws {
        let run = try Codegen.run(["compare", "--against", "main"], in: project.url, environment: ["PATH": "/nowhere"])
        #expect(run.code == 2 && run.errors.contains("error: "))
    }

    @Test func helpHasAnExample() throws {
        let run = try project.run("compare", "--help")
        #expect(run.code == 0 && run.output.contains("gitlab-codegen compare --against main"))
    }
}
