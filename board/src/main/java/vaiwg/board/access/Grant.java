package vaiwg.board.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vaiwg.kpis.catalogue.Priority;

/**
 * What a login may see and say.
 *
 * @param posts in whose names it may answer, in the order of the file
 * @param areas of which it sees the figures as they are; of the others, and of what is of no area, the board's tier; empty for all, sites' too
 * @param forces whose reports it sees; empty for all
 * @param conduct whether it sees the restricted annex, on the pages of that alone
 * @param cases whether it is shown which cases are behind a figure, by their references
 */
public record Grant(
        List<String> posts,
        Optional<Set<Priority>> areas,
        Optional<Set<String>> forces,
        boolean conduct,
        boolean cases) {
    /** The board's tier of every force, in the name of nobody: of a login of which the site says nothing, and of whoever has none. */
    public static final Grant BOARD = new Grant(List.of(), Optional.of(Set.of()), Optional.empty(), false);

    /** Of a demonstration on invented data: everything but conduct, in the name of any of these posts. */
    public static Grant ofSyntheticData(List<String> posts) {
        return new Grant(posts, Optional.empty(), Optional.empty(), false);
    }

    /** Without the cases behind figures. */
    public Grant(List<String> posts, Optional<Set<Priority>> areas, Optional<Set<String>> forces, boolean conduct) {
        this(posts, areas, forces, conduct, false);
    }

    public Grant {
        posts = List.copyOf(posts);
        areas = areas.map(Set::copyOf);
        forces = forces.map(Set::copyOf);
    }

    public boolean sees(String force) {
        return forces.isEmpty() || forces.get().contains(force);
    }

    /** Whether it sees all that is no conduct as it is, what is of no area too. */
    public boolean seesAll() {
        return areas.isEmpty();
    }

    /** Whether it sees the figures of any area as they are. */
    public boolean seesSome() {
        return seesAll() || !areas.get().isEmpty();
    }

    /** Whether it sees an area's figures as they are. */
    public boolean seesAsItIs(String area) {
        return seesAll() || areas.get().stream().anyMatch(one -> one.slug().equals(area));
    }

    /** Likewise of an area by its title. */
    boolean seesTitled(String title) {
        return seesAll() || areas.get().stream().anyMatch(one -> one.title().equals(title));
    }
}
