find --articles --sort date 工会 data/articles
