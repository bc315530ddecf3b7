package vaiwg.cli.doctor;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.reference.Sites;

/** Whether the forces are named, and their folders can be read as the job would read them. */
public final class ConfigurationCheck implements Check {
    private final Supplier<EventOptions> events;
    private final Function<Forces, Sites> sites;

    public ConfigurationCheck(Supplier<EventOptions> events, Function<Forces, Sites> sites) {
        this.events = events;
        this.sites = sites;
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public void look(Findings found) {
        Forces forces = events.get().forces();
        Set<String> folders = Set.copyOf(sites.apply(forces).forces());
        String counted = String.join(", ", forces.slugs().orElse(Set.of()));
        String without = String.join(
                ", ",
                forces.slugs().orElse(Set.of()).stream()
                        .filter(force -> !folders.contains(force))
                        .toList());
        found.ok("Events of " + counted + " are counted"
                + (without.isEmpty() ? ", by their folders." : "; without a folder of its own: " + without + "."));
    }
}
