package vaiwg.cli.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.store.DatabaseException;

/**
 * Goes through the checks in their order; one that fails says why, and ends none of the others.
 *
 * @param checks each behind those that it needs
 */
public record Doctor(List<Check> checks) {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    /** @param told each line as soon as it is known */
    public List<Line> look(Consumer<Line> told) {
        List<Line> all = new ArrayList<>();
        Set<String> well = new HashSet<>();
        for (Check check : checks) {
            Findings found = look(check, well);
            if (found.areWell()) {
                well.add(check.name());
            }
            found.lines().forEach(told);
            all.addAll(found.lines());
        }
        return all;
    }

    private static Findings look(Check check, Set<String> well) {
        Findings found = new Findings(check.name());
        List<String> first = check.needs().stream()
                .filter(needed -> !well.contains(needed))
                .sorted()
                .toList();
        if (!first.isEmpty()) {
            found.skipped("Not looked at: first see to " + String.join(" and ", first) + ".");
            return found;
        }
        try {
            check.look().at(found);
        } catch (CommandFailure | DatabaseException | IllegalStateException | IllegalArgumentException e) {
            found.todo(e.getMessage());
        } catch (Exception e) {
            LOG.info("The check {} fails", check.name(), e);
            found.todo("This check fails itself (" + e.getClass().getSimpleName()
                    + "): look whether this user may read what it looks at, and report it otherwise.");
        }
        return found;
    }
}
