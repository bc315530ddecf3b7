package vaiwg.cli.feed.erase;

import java.util.List;

/**
 * What is kept of an erasure.
 *
 * @param force whose records were looked at
 * @param subject keyed hashes of the references, by which a later request for the same subject is known, and nothing else
 * @param oldTopics prefix of the topics that held the subject
 * @param newTopics prefix of those that hold all the rest
 * @param reason why, and by whose decision
 */
public record Erasure(String force, List<String> subject, String oldTopics, String newTopics, String reason) {}
