find 此语必无 data/articles
