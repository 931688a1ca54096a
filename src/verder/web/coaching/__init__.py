"""Reading along with somebody who writes: findings, plain language, what makes a good question, what exists already."""
