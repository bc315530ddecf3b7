package vaiwg.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import vaiwg.cli.feed.load.LineFindings;
import vaiwg.cli.terminal.JsonAnswer;

/** JSON lines, checked by the rules by which the job rejects; and a force's folder. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand extends LineCommand {
    @Override
    public Integer call() {
        if (site.areNamed()) {
            String forces = String.join(", ", site.sites().forces());
            if (!json || lines.areNone()) {
                say("The folders of " + forces + " can be used.");
                out().flush();
            }
            if (lines.areNone()) {
                return 0;
            }
        }
        LineFindings findings = json ? silentFindings() : lines.findings(out());
        int exitCode = read("checking", findings, event -> {}, (file, line, problem) -> true);
        if (json) {
            JsonAnswer.print(out(), answer(findings));
        } else {
            findings.printTotals();
            if (!rules.knowForces()) {
                say("Forces were not checked: name those of the job by --forces or VAIWG_FORCES.");
                out().flush();
            }
        }
        return exitCode;
    }

    private Map<String, Object> answer(LineFindings findings) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("lines", findings.lines());
        answer.put("accepted", findings.goodLines());
        answer.put("rejected", findings.badLines());
        answer.put("acceptedByStream", findings.goodByStream());
        answer.put("rejectedByReason", findings.badByReason());
        answer.put("dataQualityWarnings", findings.warningsByKind());
        answer.put("forcesChecked", rules.knowForces());
        answer.put("rejectedLines", findings.named());
        return answer;
    }
}
