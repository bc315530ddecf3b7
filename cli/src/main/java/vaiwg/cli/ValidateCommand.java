package vaiwg.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.cli.feed.json.EventIds;
import vaiwg.cli.feed.load.EventFiles;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.LineOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.schemas.Source;

/** JSON lines, checked by the rules by which the job rejects; and a force's folder. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private LineOptions lines;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private SiteOptions site;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (site.areNamed()) {
            out.println("The folders of " + String.join(", ", site.sites().forces()) + " can be used.");
            out.flush();
            if (lines.areNone()) {
                return 0;
            }
        }
        LineFindings findings = lines.findings(json ? new PrintWriter(Writer.nullWriter()) : out);
        EventFiles files = lines.files(
                Source.LOAD, rules.ifNamed(Optional.empty()), EventIds.forgotten(), false, Optional.empty());
        if (json) {
            files.read(findings, event -> {}, (file, line, problem) -> true, read -> {});
            JsonAnswer.print(out, ValidateAnswer.of(findings, rules.knowForces()));
        } else {
            files.read("checking", findings, event -> {}, (file, line, problem) -> true);
            findings.printTotals();
            if (!rules.knowForces()) {
                out.println("Forces were not checked: name those of the job by --forces or VAIWG_FORCES.");
                out.flush();
            }
        }
        return findings.badLines() == 0 ? 0 : Vaiwg.FINDING;
    }
}
