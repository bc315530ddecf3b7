package vaiwg.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
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
import vaiwg.cli.profile.Profile;
import vaiwg.cli.profile.ProfileText;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.jobs.options.EventOptions;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.Source;

/** What the lines of a source would become, before it is connected. */
@Command(name = "profile", mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {
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
        EventOptions events = rules.ifNamed(Optional.empty());
        Sites sites = site.sites();
        EventFiles files = lines.files(Source.LOAD, events, EventIds.forgotten(), false, Optional.empty());
        Profile profile = new Profile(CodeMaps.of(sites), sites.forces(), events.earliest(), Clock.systemUTC());
        LineFindings findings = lines.findings(new PrintWriter(Writer.nullWriter()));
        EventFiles.BadLines rejected = (file, line, problem) -> {
            profile.reject(line, lines.stream().or(file::stream));
            return true;
        };
        if (json) {
            files.read(findings, profile::add, rejected, read -> {});
            JsonAnswer.print(out, profile.answer(findings, lines.shown()));
        } else {
            files.read("profiling", findings, profile::add, rejected);
            new ProfileText(out).print(profile.answer(findings, lines.shown()));
        }
        return findings.badLines() == 0 ? 0 : Vaiwg.FINDING;
    }
}
