package vaiwg.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.json.ReadyEvent;
import vaiwg.cli.feed.load.EventFiles;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.LineOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.schemas.Source;

/** A verb that reads JSON lines by the rules by which the job rejects, and sends nothing. */
abstract class LineCommand extends PrintingVerb {
    @Mixin
    protected LineOptions lines;

    @Mixin
    protected EventRulesOptions rules;

    @Mixin
    protected SiteOptions site;

    @Option(names = "--json")
    protected boolean json;

    /** Reads them all, and shows people how far it is; returns the exit code. */
    protected final int read(String label, LineFindings findings, Consumer<ReadyEvent> good, EventFiles.BadLines bad) {
        EventFiles files = lines.files(
                Source.LOAD,
                rules.ifNamed(Optional.empty()),
                site.maps(),
                EventIds.forgotten(),
                false,
                Optional.empty());
        if (json) {
            files.read(findings, good, bad, read -> {});
        } else {
            files.read(label, findings, good, bad);
        }
        return findings.badLines() == 0 ? 0 : Vaiwg.FINDING;
    }

    /** Findings that are told otherwise, or to nobody. */
    protected final LineFindings silentFindings() {
        return lines.findings(new PrintWriter(Writer.nullWriter()));
    }
}
