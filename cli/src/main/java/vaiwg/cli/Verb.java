package vaiwg.cli;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A verb of a module that this one does not know: a class with picocli's {@code @Command}, named in {@code
 * META-INF/services/vaiwg.cli.Verb} of its module. It is there where its module is on the class path: the launcher runs the verbs of
 * operation without.
 */
public interface Verb extends Callable<Integer> {
    /** The names of all such verbs. */
    List<String> NAMES = List.of("import", "demo");
}
