package vaiwg.board.web;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;

/** Which page is at which address: of those that fit, the one that was named first. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** Makes the answer. */
    @FunctionalInterface
    interface Page {
        void show(WebExchange exchange) throws SQLException;
    }

    /** @param pattern parts behind slashes; one in braces stands for any, and names it */
    void get(String pattern, Page page) {
        routes.add(new Route(false, parts(pattern), page));
    }

    void post(String pattern, Page page) {
        routes.add(new Route(true, parts(pattern), page));
    }

    /** Empty where there is none; the parts of the address are named by it. */
    Optional<Page> find(WebExchange exchange) {
        boolean posts = HttpMethod.POST.is(exchange.method());
        for (Route route : routes) {
            if (route.posts == posts && route.fits(exchange.pathParts())) {
                exchange.nameParts(route.named(exchange.pathParts()));
                return Optional.of(route.page);
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(String pattern) {
        return Arrays.stream(pattern.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private record Route(boolean posts, List<String> parts, Page page) {
        boolean fits(List<String> path) {
            if (path.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!isName(parts.get(i)) && !parts.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> named(List<String> path) {
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                if (isName(parts.get(i))) {
                    named.put(parts.get(i).substring(1, parts.get(i).length() - 1), path.get(i));
                }
            }
            return named;
        }

        private static boolean isName(String part) {
            return part.startsWith("{");
        }
    }
}
