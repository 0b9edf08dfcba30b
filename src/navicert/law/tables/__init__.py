"""What the shelf can be asked, one typed question a module."""
