/** The verb {@code demo}: servers, a synthetic force and the job in one process, a live phase, and what was published at its end. */
package vaiwg.demo;
