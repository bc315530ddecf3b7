package vaiwg.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.SiteFiles;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.Sites;

/** The folders of forces. */
public final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "DIR",
            split = ",",
            defaultValue = "${env:VAIWG_SITES}",
            description = {
                "A force's folder, named as the force is on the records: its areas and codes, plan, baselines and targets,",
                "residents (docs/feeds.md); several for several forces, or VAIWG_SITES. Without it that of West Midlands."
            })
    private List<Path> folders = List.of();

    public Sites sites() {
        return read(folders());
    }

    /** What the folders' codes mean. */
    public CodeMaps maps() {
        return CodeMaps.of(sites());
    }

    /** The priority areas that there are with the folders. */
    public List<Priority> areas() {
        return Priority.of(sites());
    }

    /**
     * The priority area of a name.
     *
     * @param option by which it is named
     * @throws CommandFailure in one sentence, where there is none
     */
    public Priority area(String option, String name) {
        List<Priority> areas = areas();
        return areas.stream()
                .filter(area -> area.isNamed(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.wrongUsage(option + " " + name + " is no priority area: name one of "
                        + areas.stream().map(Priority::slug).collect(Collectors.joining(", ")) + "."));
    }

    public static Sites read(List<Path> folders) {
        return CommandFailure.orWrongUsage(() -> SiteFiles.read(folders));
    }

    public Sites sites(Forces forces) {
        return CommandFailure.orWrongUsage(() -> SiteFiles.read(folders(), forces));
    }

    /** Those that are named, whatever is in them; a variable that is set to nothing names none. */
    public List<Path> folders() {
        return folders.stream().filter(folder -> !folder.toString().isBlank()).toList();
    }

    public boolean areNamed() {
        return !folders().isEmpty();
    }
}
