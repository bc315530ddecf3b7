package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import vaiwg.kpis.reference.CheckedRow;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.schemas.Slugged;

/**
 * A priority area, with the post that owns its figures. Those of the strategy are shipped; a force's folder may have further ones, which hold of
 * every force that the job counts, as its measures do.
 *
 * @param slug the word in tables and labels
 * @param question what is asked of the area, as its lead would; empty of one that is known by its published figures alone
 */
@API(status = API.Status.MAINTAINED)
public record Priority(String slug, String title, String owner, String question, Kind kind) {
    /** Within so many days the post answers a signal. */
    public static final int DAYS_TO_ANSWER = 14;

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9_]*");
    /** What options and lists call all areas together. */
    private static final String ALL = "all";

    private static final List<Priority> SHIPPED = of(Sites.shipped());

    /** What an area's figures are of, where that matters to how they are read. */
    public enum Kind implements Slugged {
        /** Crimes, victims and those who offend. */
        PLAIN,
        /** How complete and how prompt records are. */
        RECORDS,
        /** The force's own people: in the restricted annex alone. */
        CONDUCT
    }

    /** How the post of an area is called. */
    private enum LedBy implements Slugged {
        LEAD,
        LEADS
    }

    /** Those of the strategy, in its order. */
    public static List<Priority> shipped() {
        return SHIPPED;
    }

    /** One of the strategy's, by its slug. */
    public static Priority shipped(String slug) {
        return SHIPPED.stream()
                .filter(area -> area.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no priority area is shipped as " + slug));
    }

    /** The one whose figures are of conduct. */
    public static Priority ofConduct() {
        return SHIPPED.stream().filter(Priority::isOfConduct).findFirst().orElseThrow();
    }

    /**
     * Those of the strategy, in its order, and after them the further ones of sites.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read, names an area again, or says otherwise of one
     */
    public static List<Priority> of(Sites sites) {
        List<Priority> areas = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Map<String, String> cells : sites.file(SiteFile.PRIORITY_AREAS).rows()) {
            CheckedRow row = new CheckedRow("priority-areas", cells);
            Priority area = of(row);
            row.require(named.add(row.get(Sites.FORCE) + "/" + area.slug), "names an area again");
            row.require(
                    areas.stream().noneMatch(area::isTakenBy),
                    "has the name or the title of an area that is shipped, or of which another site says otherwise");
            if (!areas.contains(area)) {
                areas.add(area);
            }
        }
        return List.copyOf(areas);
    }

    private static Priority of(CheckedRow row) {
        String slug = row.get("area");
        String title = row.get("title");
        row.require(SLUG.matcher(slug).matches() && !slug.equals(ALL), "has no name of an area like road_safety");
        row.require(!title.isEmpty(), "has no title");
        row.require(!row.get("question").isEmpty(), "says not what is asked of the area");
        LedBy led = row.constant("led_by", LedBy.values(), "is led by neither lead nor leads");
        Kind kind = row.get("kind").isEmpty()
                ? Kind.PLAIN
                : row.constant("kind", Kind.values(), "is of neither records nor conduct");
        row.require(
                kind != Kind.CONDUCT || row.get(Sites.FORCE).isEmpty(),
                "is of conduct, whose figures are those of the area that is shipped for them");
        return new Priority(slug, title, "the " + led.slug() + " for " + title, row.get("question"), kind);
    }

    private boolean isTakenBy(Priority other) {
        return !equals(other) && (slug.equals(other.slug) || title.equals(other.title));
    }

    /** An area of which its owner is published, and nothing else: one that a site had. */
    public static Priority published(String slug, String owner) {
        return new Priority(slug, owner.replaceFirst("^the leads? for ", ""), owner, "", Kind.PLAIN);
    }

    /** Whether its figures say how complete and how prompt records are. */
    public boolean isOfRecords() {
        return kind == Kind.RECORDS;
    }

    /** Whether its figures are of the force's own people. */
    public boolean isOfConduct() {
        return kind == Kind.CONDUCT;
    }

    /** Whether somebody who writes this name means the area. */
    public boolean isNamed(String name) {
        return slug.equals(name.toLowerCase(Locale.ROOT));
    }
}
