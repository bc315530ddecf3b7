package vaiwg.jobs;

import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.catalogue.Interventions;
import vaiwg.kpis.catalogue.Lead;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.statistics.signals.charts.RebaseRegister;
import vaiwg.statistics.streams.ExpectedPaces;

/** Reads all that folders of forces say as the job would, so that what cannot be read is said before it starts: with file, line and reason. */
final class SiteCheck {
    /** Read before the others, as a file of measures names one. */
    private static final Set<SiteFile> AREAS = EnumSet.of(SiteFile.PRIORITY_AREAS);

    private static final Set<SiteFile> OTHERS = EnumSet.complementOf(EnumSet.of(SiteFile.PRIORITY_AREAS));

    private final Set<SiteFile> files;
    /** What is wrong with sites, if anything is. */
    private final Function<Sites, Optional<String>> check;

    /** @param files in which what is wrong may stand */
    private SiteCheck(Set<SiteFile> files, Function<Sites, Optional<String>> check) {
        this.files = files;
        this.check = check;
    }

    /** @throws IllegalArgumentException in one sentence */
    static void require(Sites sites) {
        new SiteCheck(AREAS, SiteCheck::ofAreas).requireSound(sites);
        new SiteCheck(OTHERS, SiteCheck::ofAll).requireSound(sites);
        new SiteCheck(Set.of(), SiteCheck::ofPosts).requireSound(sites);
    }

    private void requireSound(Sites sites) {
        Optional<String> reason = reason(sites);
        if (reason.isPresent()) {
            throw new IllegalArgumentException(place(sites) + reason.get() + "; correct it in the folder of the site.");
        }
    }

    private static Optional<String> ofAreas(Sites sites) {
        Priority.of(sites);
        return Optional.empty();
    }

    /** Whether each further area is led by a post. */
    private static Optional<String> ofPosts(Sites sites) {
        List<Lead> leads = Lead.of(sites);
        return sites.file(SiteFile.PRIORITY_AREAS).rows().stream()
                .filter(row -> !row.get(Sites.FORCE).isEmpty())
                .filter(row -> leads.stream().noneMatch(lead -> isOf(lead, row)))
                .map(row -> "sites/" + row.get(Sites.FORCE) + "/" + SiteFile.PRIORITY_AREAS.fileName()
                        + " has the area " + row.get("area") + ", and " + SiteFile.LEADS.fileName()
                        + " beside it no post that leads it")
                .findFirst();
    }

    private static boolean isOf(Lead lead, Map<String, String> area) {
        return lead.force().equals(area.get(Sites.FORCE)) && lead.area().slug().equals(area.get("area"));
    }

    private static Optional<String> ofAll(Sites sites) {
        ExpectedPaces.of(sites);
        RebaseRegister.of(sites);
        Lead.of(sites);
        List<Commitment> commitments = Commitments.of(sites);
        Catalogue catalogue = ShippedCatalogue.of(sites);
        Optional<String> unknown = unknownMeasure(commitments, catalogue);
        if (unknown.isEmpty()) {
            Interventions.requireFit(commitments, sites, catalogue);
        }
        return unknown;
    }

    /** Why the job could not read them; empty where it can. */
    private Optional<String> reason(Sites sites) {
        try {
            return check.apply(sites);
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage());
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.of("A value cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Optional<String> unknownMeasure(List<Commitment> commitments, Catalogue catalogue) {
        Set<String> known = catalogue.measures().stream().map(Measure::slug).collect(Collectors.toSet());
        return commitments.stream()
                .filter(commitment -> !commitment.isSeenByReports())
                .flatMap(commitment -> commitment.measures().stream()
                        .map(Commitment.Seen::measure)
                        .filter(measure -> !known.contains(measure))
                        .map(measure -> commitment.id() + " names " + measure + ", and there is no such measure"))
                .findFirst();
    }

    /**
     * Readers say which row it is, not where it stands: that is the last line of the shortest beginning of the folders' files, one after the
     * other, that cannot be read. A file of measures says it itself.
     */
    private String place(Sites sites) {
        Sites read = sites;
        for (String force : sites.forces()) {
            for (SiteFile file : files) {
                read = sites.text(force, file).isPresent() ? read.with(force, file, "") : read;
            }
        }
        if (reason(read).isPresent()) {
            return "";
        }
        for (String force : sites.forces()) {
            for (SiteFile file : files) {
                Optional<String> text = sites.text(force, file);
                if (text.isPresent()) {
                    Sites next = read.with(force, file, text.get());
                    if (reason(next).isPresent()) {
                        return "sites/" + force + "/" + file.fileName() + ", line "
                                + line(read, force, file, text.get()) + ": ";
                    }
                    read = next;
                }
            }
        }
        throw new IllegalStateException("the files of the sites can be read one after the other, and not together");
    }

    private int line(Sites before, String force, SiteFile file, String text) {
        List<String> lines = text.lines().toList();
        int good = 0;
        int bad = lines.size();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            boolean isBad = reason(before.with(force, file, String.join("\n", lines.subList(0, middle))))
                    .isPresent();
            bad = isBad ? middle : bad;
            good = isBad ? good : middle;
        }
        return bad;
    }
}
