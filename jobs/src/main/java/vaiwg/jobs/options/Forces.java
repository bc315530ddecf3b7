package vaiwg.jobs.options;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forces whose events are counted, by their slugs: a slip in a name must not become a force that is published for ever. */
public final class Forces implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Null where every force is accepted: an Optional cannot be serialized. */
    private final TreeSet<String> slugs;

    private Forces(TreeSet<String> slugs) {
        this.slugs = slugs;
    }

    /** Every force is accepted: for whoever does not know which are configured. */
    public static Forces any() {
        return new Forces(null);
    }

    /** @throws IllegalArgumentException in one sentence, where there is none or one is no slug */
    public static Forces of(Set<String> slugs) {
        if (slugs.isEmpty() || !slugs.stream().allMatch(Forces::isSlug)) {
            throw new IllegalArgumentException(
                    "Name the forces by their identifiers, separated by commas, such as west-midlands,bedfordshire.");
        }
        return new Forces(new TreeSet<>(slugs));
    }

    /**
     * The forces in a list that is separated by commas.
     *
     * @throws IllegalArgumentException in one sentence, where it is empty or names no slug
     */
    public static Forces parse(String list) {
        return of(Arrays.stream(list.split(",", -1)).map(String::strip).collect(Collectors.toSet()));
    }

    /** Whether it has the form of a force's name: lower-case letters, digits and hyphens. */
    public static boolean isSlug(String force) {
        return SLUG.matcher(force).matches();
    }

    /** Whether events of a force are counted. */
    public boolean has(String force) {
        return slugs == null || slugs.contains(force);
    }

    /** The slugs in their order; empty where every force is accepted. */
    public Optional<Set<String>> slugs() {
        return Optional.ofNullable(slugs);
    }
}
