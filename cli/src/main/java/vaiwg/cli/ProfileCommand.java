package vaiwg.cli;

import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.profile.Profile;
import vaiwg.cli.profile.ProfileAnswer;
import vaiwg.cli.profile.ProfileText;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.jobs.options.EventOptions;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Sites;

/** What the lines of a source would become, before it is connected. */
@Command(name = "profile", mixinStandardHelpOptions = true)
final class ProfileCommand extends LineCommand {
    @Override
    public Integer call() {
        EventOptions events = rules.ifNamed(Optional.empty());
        Sites sites = site.sites();
        Profile profile = new Profile(CodeMaps.of(sites), sites.forces(), events.earliest(), Clock.systemUTC());
        LineFindings findings = silentFindings();
        int exitCode = read("profiling", findings, profile::add, (file, line, problem) -> {
            profile.reject(line, lines.stream().or(file::stream));
            return true;
        });
        ProfileAnswer answer = profile.answer(findings, lines.shown());
        if (json) {
            JsonAnswer.print(out(), answer);
        } else {
            new ProfileText(out()).print(answer);
        }
        return exitCode;
    }
}
