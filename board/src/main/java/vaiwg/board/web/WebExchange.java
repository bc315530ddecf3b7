package vaiwg.board.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** A request, and what is answered. The answer is sent once it is whole, so that a failure on the way leaves none half said. */
final class WebExchange {
    private final Request request;
    private final List<String> path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Map<String, String> named = Map.of();
    private byte[] body = {};
    private Visitor visitor;
    private String about = "";
    private Optional<String> reason = Optional.empty();
    private boolean refused;
    private int status = HttpStatus.OK_200;
    private byte[] content = {};

    WebExchange(Request request) {
        this.request = request;
        visitor = Visitor.unknown(Request.getRemoteAddr(request));
        // What is encoded in a way that two readers would split differently never comes here.
        path = Arrays.stream(request.getHttpURI().getDecodedPath().split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    String method() {
        return request.getMethod();
    }

    /** With which the other side proved at the handshake who it is; empty where it was not asked to. */
    Optional<Certificate> peerCertificate() {
        return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session
                        && session.peerCertificates() != null
                        && session.peerCertificates().length > 0
                ? Optional.of(session.peerCertificates()[0])
                : Optional.empty();
    }

    /** Whether a page is asked for, and not sent something. */
    boolean isReading() {
        return HttpMethod.GET.is(method()) || HttpMethod.HEAD.is(method());
    }

    /** Decoded, with one slash before each of its parts; empty for the first page. */
    String path() {
        return path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    List<String> pathParts() {
        return path;
    }

    /** The part of the path to which the route gives this name. */
    String pathParam(String name) {
        return named.get(name);
    }

    void nameParts(Map<String, String> parts) {
        named = Map.copyOf(parts);
    }

    /**
     * A value of the address's query; empty where there is none.
     *
     * @throws Refusal where the query cannot be read
     */
    String queryParam(String name) {
        try {
            Fields query = Request.extractQueryParameters(request);
            String value = query.getValue(name);
            return value == null ? "" : value;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Refusal.badRequest("The address cannot be read: open the page again from the first one.");
        }
    }

    /** A header of the request, or null. */
    String header(String name) {
        return request.getHeaders().get(name);
    }

    /** The values of a header, one for each time that it is there. */
    List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    /** Who sends it, as far as that is known. */
    Visitor visitor() {
        return visitor;
    }

    void visitor(Visitor known) {
        visitor = known;
    }

    /** What it asks for, without any words: the path, and which signal. */
    String subject() {
        return path().isEmpty() ? "/" : path() + about;
    }

    /** @param which of what its path is for */
    void about(String which) {
        about = " " + which;
    }

    /** Why it was refused; empty where it was not. */
    Optional<String> reason() {
        return reason;
    }

    boolean isRefused() {
        return refused;
    }

    /** The name under which this server was asked, with its port; or null. */
    String host() {
        return header(HttpHeader.HOST.asString());
    }

    /** From where the connection comes: an address, never a name. */
    String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    /** The address, or of an IPv6 address the network, of which one sender may have every address. */
    String remoteNetwork() {
        return Addresses.network(remoteAddress());
    }

    /** What was sent; empty where the request has nothing. */
    byte[] body() {
        return body;
    }

    void body(byte[] read) {
        body = read;
    }

    Request request() {
        return request;
    }

    int status() {
        return status;
    }

    void status(int code) {
        status = code;
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    boolean isEmpty() {
        return content.length == 0;
    }

    void html(String document) {
        answer("text/html; charset=utf-8", document);
    }

    void css(String styles) {
        answer("text/css; charset=utf-8", styles);
    }

    void csv(String lines) {
        answer("text/csv; charset=utf-8", lines);
    }

    void text(String sentence) {
        answer("text/plain; charset=utf-8", sentence);
    }

    /** @param location an address of this server, encoded */
    void redirect(String location) {
        status = HttpStatus.FOUND_302;
        header("Location", location);
        text("The page is at " + location + ".");
    }

    void refuse(Refusal refusal) {
        refused = true;
        reason = Optional.of(refusal.getMessage());
        status = refusal.status();
        refusal.headers().forEach(this::header);
        text(refusal.getMessage());
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        boolean isHead = HttpMethod.HEAD.is(method());
        response.write(true, isHead ? ByteBuffer.allocate(0) : ByteBuffer.wrap(content), callback);
    }

    private void answer(String type, String text) {
        header("Content-Type", type);
        content = text.getBytes(StandardCharsets.UTF_8);
    }
}
