package vaiwg.verification.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vaiwg.verification.reliability.TestResults.Count;

/**
 * Makes {@code docs/reliability.md} from what is promised and from the reports of the last whole test run: what is promised, what could
 * break it, which tests hold it, how often they ran and with what result. {@code ./check --all} compares it, {@code ./check --reliability}
 * writes it.
 */
public final class ReliabilityPage {
    private static final Path PROMISES = Path.of("verification/src/test/resources/reliability");
    private static final Path PAGE = Path.of("docs/reliability.md");
    private static final String BEGINNING = """
            # Reliability

            What holds whatever arrives, is released or fails. This page is written by `./check --reliability` from
            `verification/src/test/resources/reliability` and the results of all tests; `./check --all` fails when it differs from them. "Runs" counts test
            executions, a parameterised test once for each set of arguments; a test of random histories plays hundreds of forces in one
            execution, and `./check --soak` plays it with other seeds.

            The last column says what 0.1.0's first build (commit 0d9fe4d) did. *Test failed*: tests of the row were compiled against its
            classes, with the fewest changes, and failed there. *Seen*: a program or its own command showed it. *Missing*: it had nothing
            that could be asked. *Held*: the row's tests would pass there.

            | | promise | what could break it | tests | runs | result | What 0.1.0's first build (commit 0d9fe4d) did |
            |---|---|---|---|--:|---|---|
            """;

    private ReliabilityPage() {}

    /**
     * Compares the page with the results; with the argument {@code --write} writes it. Prints why tests were left out. Exit code 1: the page
     * differs, or a promise is broken or not tested.
     */
    public static void main(String[] arguments) throws IOException {
        List<String> broken = new ArrayList<>();
        TestResults results = TestResults.read(Path.of(""));
        results.skipped().forEach((reason, tests) -> System.out.println("check: left out " + tests + ": " + reason));
        String page = page(Promise.readAll(PROMISES), results, broken);
        broken.forEach(sentence -> System.err.println("reliability: " + sentence));
        boolean writes = List.of(arguments).contains("--write");
        if (writes) {
            Files.writeString(PAGE, page);
        }
        boolean differs = !Files.exists(PAGE) || !Files.readString(PAGE).equals(page);
        if (differs) {
            System.err.println("reliability: " + PAGE + " is stale; write it with ./check --reliability.");
        }
        System.exit(broken.isEmpty() && !differs ? 0 : 1);
    }

    /** @param broken gets a sentence for each test that did not run or did not pass */
    static String page(List<Promise> promises, TestResults results, List<String> broken) {
        StringBuilder page = new StringBuilder(BEGINNING);
        for (Promise promise : promises) {
            Count sum = new Count(0, 0);
            for (String test : promise.tests()) {
                Count count = results.of(test);
                if (count.runs() == 0) {
                    broken.add(test + " (" + promise.number() + ") did not run.");
                } else if (count.passed() < count.runs()) {
                    broken.add(test + " (" + promise.number() + ") did not pass.");
                }
                sum = sum.plus(count);
            }
            page.append("| %s | %s | %s | %s | %d | %s | %s |\n"
                    .formatted(
                            promise.number(),
                            promise.promise(),
                            promise.threat(),
                            promise.tests().stream()
                                    .map(test -> "`" + test + "`")
                                    .collect(Collectors.joining(", ")),
                            sum.runs(),
                            result(sum),
                            promise.before()));
        }
        return page.toString();
    }

    private static String result(Count count) {
        if (count.runs() == 0) {
            return "**not run**";
        }
        return count.passed() == count.runs()
                ? "passed"
                : "**" + (count.runs() - count.passed()) + " of " + count.runs() + " failed**";
    }
}
