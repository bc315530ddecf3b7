/** How the job asks servers by HTTP: each answer whole, in a bounded time and size. */
package vaiwg.jobs.http;
